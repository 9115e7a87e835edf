import type { MergeField } from '../contract/by-hand.ts';
import { RESIDENT_FIELDS, type ResidentField } from '../contract/rows.ts';

/** What a proposal looks at: values as words, empty where nothing is known, and when they were confirmed. */
export interface Comparable {
  readonly id: string;
  readonly values: Readonly<Partial<Record<ResidentField, string>>>;
  readonly confirmed: Readonly<Record<string, number>>;
}

/**
 * By trust: what was confirmed in the field stands above what a register or a desk wrote, the later confirmation above
 * the earlier, what is known above what is not. Where nothing tells them apart the kept entry's value stays.
 * @returns the fields to take over from `merged`
 */
export function proposeTake(kept: Comparable, merged: Comparable): MergeField[] {
  return RESIDENT_FIELDS.filter((field) => {
    if (field === 'idKind' || field === 'tags') return false;
    const [ours = '', theirs = ''] = [kept.values[field], merged.values[field]];
    if (ours === theirs || theirs === '') return false;
    if (ours === '') return true;
    return (merged.confirmed[field] ?? 0) > (kept.confirmed[field] ?? 0);
  });
}

/** Which entry to keep: the one with more confirmed at the door, then with more known, then the older one. */
export function proposeKept<T extends Comparable>(a: T, b: T): readonly [kept: T, merged: T] {
  const order = compare(weigh(b), weigh(a)) || (a.id < b.id ? -1 : 1);
  return order <= 0 ? [a, b] : [b, a];
}

const weigh = ({ values, confirmed }: Comparable): readonly [number, number] => [
  Object.keys(confirmed).length,
  Object.values(values).filter((value) => value !== '').length,
];

const compare = (a: readonly [number, number], b: readonly [number, number]): number =>
  a[0] - b[0] || a[1] - b[1];
