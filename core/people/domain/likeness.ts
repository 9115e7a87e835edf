import type { Likeness } from '../contract/by-hand-queries.ts';
import { sortedPair } from './pair.ts';

/** What of a living entry may show that it is another one's double. */
export interface Likable {
  readonly id: string;
  readonly name: string;
  readonly pinyin: string;
  readonly birthDate: string | null;
  readonly sex: string | null;
  readonly idBlind: string | null;
  readonly phoneBlind: string | null;
  readonly buildingId: string;
}

export interface LikeIds {
  readonly ids: readonly [string, string];
  /** The surest first. */
  readonly why: readonly Likeness[];
}

/** As many under one key are a shared phone of an office or a common name, not doubles. */
const CROWD = 12;

const KEYS: Readonly<Record<Likeness, (row: Likable) => string | null>> = {
  number: (row) => row.idBlind,
  phone: (row) => row.phoneBlind,
  birth: (row) => (row.birthDate === null ? null : `${row.name}/${row.birthDate}`),
  name: (row) => `${row.name}/${row.buildingId}`,
};

/**
 * Pairs that may be one person: the same identity number; the same phone under names read alike or of the same birth;
 * the same name and birth; the same name in one building. A family shares a phone, and two with different identity
 * numbers are two people. In memory, by keys: 25,000 entries take some tens of milliseconds, whatever a planner
 * without statistics would have made of it.
 */
export function likePairs(rows: readonly Likable[], toldApart: ReadonlySet<string>): LikeIds[] {
  const found = new Map<string, { ids: readonly [string, string]; why: Likeness[] }>();
  for (const why of Object.keys(KEYS) as Likeness[]) {
    for (const [one, other] of pairsBy(rows, KEYS[why])) {
      if (!isAlike(why, one, other)) continue;
      const ids = sortedPair(one.id, other.id);
      const key = pairKey(...ids);
      if (toldApart.has(key)) continue;
      const pair = found.get(key);
      if (pair) pair.why.push(why);
      else found.set(key, { ids, why: [why] });
    }
  }
  const rank = ({ why }: LikeIds): number => ORDER.indexOf(why[0] ?? 'name') * 10 - why.length;
  return [...found.values()].sort(
    (a, b) => rank(a) - rank(b) || (pairKey(...a.ids) < pairKey(...b.ids) ? -1 : 1),
  );
}

const ORDER = Object.keys(KEYS) as readonly Likeness[];

export const pairKey = (one: string, other: string): string => `${one}/${other}`;

function isAlike(why: Likeness, a: Likable, b: Likable): boolean {
  if (why === 'number') return true;
  if (a.idBlind !== null && b.idBlind !== null && a.idBlind !== b.idBlind) return false;
  if (why !== 'phone') return true;
  return a.pinyin === b.pinyin || (a.birthDate !== null && a.birthDate === b.birthDate && a.sex === b.sex);
}

function* pairsBy(
  rows: readonly Likable[],
  keyOf: (row: Likable) => string | null,
): Generator<readonly [Likable, Likable]> {
  const groups = new Map<string, Likable[]>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  for (const group of groups.values()) {
    if (group.length > CROWD) continue;
    for (const [at, one] of group.entries()) {
      for (const other of group.slice(at + 1)) yield [one, other];
    }
  }
}
