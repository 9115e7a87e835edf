import type { BoxCount } from '../../contract/handover-rows.ts';

export const COUNT_STATES = ['none', 'one', 'agree', 'differ'] as const;
export type CountState = (typeof COUNT_STATES)[number];

export interface Counted {
  readonly state: CountState;
  /** The last count of each person, first counter first. */
  readonly counts: readonly BoxCount[];
}

/** Who counted: a member, or the helper on a member's phone. */
const counterOf = ({ by, counterName }: BoxCount): string => (counterName === null ? by : `${by}/helper`);

/**
 * Two people count without seeing each other's number; each may count again, and the last word of each stands. Agreed
 * when two have counted what was scanned.
 * @param scanned tubes scanned into the box
 */
export function countedOf(counts: readonly BoxCount[], scanned: number): Counted {
  const last = new Map<string, BoxCount>();
  for (const count of [...counts].sort(byTime)) last.set(counterOf(count), count);
  const stand = [...last.values()].sort(byTime);
  if (stand.length === 0) return { state: 'none', counts: stand };
  if (stand.some(({ tubes }) => tubes !== scanned)) return { state: 'differ', counts: stand };
  return { state: stand.length === 1 ? 'one' : 'agree', counts: stand };
}

const byTime = (a: BoxCount, b: BoxCount): number => a.at - b.at || (a.id < b.id ? -1 : 1);
