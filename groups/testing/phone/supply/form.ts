import {
  type LaneDeed,
  SUPPLY_KINDS,
  type SupplyEntry,
  type SupplyKind,
} from '../../contract/supply-rows.ts';
import { type Reckoning, reckonSupply, supplyKey } from '../../domain/supply/reckon.ts';

/** A supply a lane may say something of. */
export interface Supply {
  readonly kind: SupplyKind;
  readonly name: string;
}

/** What is written into the form, by `supplyKey`; empty: nothing to say. */
export type Written = ReadonlyMap<string, string>;

/** The fixed kinds, then the own names that this lane has heard of, in order. */
export function suppliesAt(entries: readonly SupplyEntry[]): readonly Supply[] {
  const fixed = SUPPLY_KINDS.filter((kind) => kind !== 'other').map((kind) => ({ kind, name: '' }));
  const own = new Set(
    entries.filter((e) => e.kind === 'other' && e.voidedAt === null).map(({ name }) => name),
  );
  return [...fixed, ...[...own].sort().map((name) => ({ kind: 'other' as const, name }))];
}

/** What the book says of a supply here. */
export const bookOf = (supply: Supply, entries: readonly SupplyEntry[]): Reckoning =>
  reckonSupply(
    supply,
    entries.filter((entry) => supplyKey(entry) === supplyKey(supply)),
    null,
  );

export interface Item extends Supply {
  readonly entryId: string;
  readonly quantity: number;
}

export type FormReading =
  | { readonly is: 'items'; readonly items: readonly Item[] }
  | { readonly is: 'nothing' }
  /** Something that is no number of pieces. */
  | { readonly is: 'wrong'; readonly supply: Supply };

const MOST = 100_000;

/** What was filled in; 0 is a word too: none left. */
export function readForm(supplies: readonly Supply[], written: Written, newId: () => string): FormReading {
  const items: Item[] = [];
  for (const supply of supplies) {
    const text = (written.get(supplyKey(supply)) ?? '').normalize('NFKC').trim();
    if (text === '') continue;
    const quantity = Number(text);
    if (!/^[0-9]+$/.test(text) || quantity > MOST) return { is: 'wrong', supply };
    items.push({ entryId: newId(), ...supply, quantity });
  }
  return items.length === 0 ? { is: 'nothing' } : { is: 'items', items };
}

/** This lane's latest lines that stand, the post's own left out. */
export const latest = (entries: readonly SupplyEntry[], most: number): readonly SupplyEntry[] =>
  entries
    .filter((entry) => entry.voidedAt === null && entry.deed !== 'issued')
    .sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1))
    .slice(0, most);

export const DEEDS: readonly LaneDeed[] = ['received', 'counted', 'returned'];
