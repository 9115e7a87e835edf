import type { SupplyEntry, SupplyKind } from '../../contract/supply-rows.ts';

/** What was done with supplies at a lane, by its samples or tubes: pieces that must be gone, and that may be. */
export interface Done {
  /** Samples or tubes that stand. */
  readonly least: number;
  /** With those taken back or spoilt, for which a piece may be gone as well. */
  readonly most: number;
}

export const SUPPLY_DIFFERENCES = [
  /** The lane received less than the post handed out. */
  'not-received',
  'received-more',
  /** More is left or returned than ever came. */
  'more-than-came',
  /** More gone than samples or tubes can account for. */
  'used-more',
  'used-less',
] as const;
export type SupplyDifference = (typeof SUPPLY_DIFFERENCES)[number];

export interface Reckoning {
  readonly kind: SupplyKind;
  readonly name: string;
  readonly issued: number;
  readonly received: number;
  readonly returned: number;
  /** Pieces left at the lane; null: never counted. */
  readonly left: number | null;
  /** What came less what went back and what is left; null: never counted. Less than nothing when more is left than came. */
  readonly used: number | null;
  readonly differences: readonly { readonly kind: SupplyDifference; readonly pieces: number }[];
}

type Entry = Pick<SupplyEntry, 'id' | 'kind' | 'name' | 'deed' | 'quantity' | 'at' | 'voidedAt'>;

/** Kind and own name: what is one line of a lane's supplies. */
export const supplyKey = ({ kind, name }: Pick<SupplyEntry, 'kind' | 'name'>): string => `${kind}/${name}`;

/**
 * One lane's entries of one kind. Their order of arrival does not matter: deeds count by their own time.
 *
 * What came is what the lane says it received, else what the post handed out. A count says what is left at its time;
 * what came or went back later is added and taken off.
 *
 * @param done null for kinds that nothing is set against
 */
export function reckonSupply(
  { kind, name }: Pick<SupplyEntry, 'kind' | 'name'>,
  entries: readonly Entry[],
  done: Done | null,
): Reckoning {
  const standing = entries.filter((entry) => entry.voidedAt === null);
  const issued = sum(standing, 'issued');
  const received = sum(standing, 'received');
  const returned = sum(standing, 'returned');
  const said = standing.some(({ deed }) => deed === 'received');
  const came = said ? received : issued;
  const left = leftOf(standing, said ? 'received' : 'issued');
  const used = left === null ? null : came - returned - left;
  const differences: { kind: SupplyDifference; pieces: number }[] = [];
  const differ = (difference: SupplyDifference, pieces: number) => {
    if (pieces > 0) differences.push({ kind: difference, pieces });
  };
  if (said) {
    differ('not-received', issued - received);
    differ('received-more', received - issued);
  }
  differ('more-than-came', used === null ? returned - came : -used);
  if (used !== null && used >= 0 && done !== null) {
    differ('used-more', used - done.most);
    differ('used-less', done.least - used);
  }
  return { kind, name, issued, received, returned, left, used, differences };
}

const sum = (entries: readonly Entry[], deed: Entry['deed']): number =>
  entries.reduce((total, entry) => total + (entry.deed === deed ? entry.quantity : 0), 0);

const later = (a: Entry, b: Entry): boolean => a.at > b.at || (a.at === b.at && a.id > b.id);

function leftOf(entries: readonly Entry[], coming: 'issued' | 'received'): number | null {
  const counts = entries.filter(({ deed }) => deed === 'counted');
  const [first] = counts;
  if (!first) return null;
  const last = counts.reduce((latest, entry) => (later(entry, latest) ? entry : latest), first);
  const since = entries.filter((entry) => later(entry, last));
  return last.quantity + sum(since, coming) - sum(since, 'returned');
}
