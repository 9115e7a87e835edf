import { WorkingSet } from '#kernel/command/working-set.ts';
import type { Pass } from '../contract/rows.ts';

/** A pass with what stays at the desk. */
export interface PassRow extends Pass {
  /** What was said to the last revoking or suspending. */
  readonly note: string;
  /** When it was last printed or its link handed out: the key in use then signed it. */
  readonly printedAt: number | null;
}

export interface PassesState {
  /** The passes the batch names, and those that stand for its holders and plates. */
  readonly passes: WorkingSet<PassRow, 'holder'>;
  /** `resident/<id>`, `household/<id>`, `member/<id>` of the batch's holders that stand. */
  readonly holders: ReadonlySet<string>;
  readonly longestDays: number;
}

/** Whom or what a pass is for, where that can be asked: one good pass of a kind each. */
export function holderKey(
  pass: Pick<Pass, 'residentId' | 'householdId' | 'memberId' | 'plate'>,
): string | null {
  if (pass.plate !== null) return `plate/${pass.plate}`;
  if (pass.residentId !== null) return `resident/${pass.residentId}`;
  if (pass.householdId !== null) return `household/${pass.householdId}`;
  return pass.memberId === null ? null : `member/${pass.memberId}`;
}

export const createPassesState = (holders: ReadonlySet<string>, longestDays: number): PassesState => ({
  passes: new WorkingSet<PassRow, 'holder'>({ holder: holderKey }),
  holders,
  longestDays,
});
