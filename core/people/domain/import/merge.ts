import { type ResidentField, type ResidentFields, residentFieldNames } from './rows.ts';
import type { KnownResident } from './snapshot.ts';

export interface FieldChange {
  readonly field: ResidentField;
  /** As words for people; empty when nothing was known. Tags joined by a comma. */
  readonly from: string;
  readonly to: string;
  /** When the known value was confirmed in the field, epoch ms; null when it never was. */
  readonly confirmedAt: number | null;
}

/** What a register would change about a known resident. */
export interface Merge {
  /** Taken over without asking. */
  readonly set: ResidentFields;
  readonly changes: readonly FieldChange[];
  /** Asked for each: someone confirmed another value in the field. */
  readonly asks: readonly FieldChange[];
  /** The values of `asks`, set when agreed. */
  readonly askedSet: ResidentFields;
}

const FIELDS = residentFieldNames.options;

/**
 * Merge by trust: a value confirmed in the field stands above a register; a newer register stands above an older one;
 * silence says nothing, so no known value is ever emptied. Tags are added, never taken away.
 */
export function merge(known: KnownResident, said: ResidentFields): Merge {
  const changes: FieldChange[] = [];
  const asks: FieldChange[] = [];
  const set: Record<string, unknown> = {};
  const askedSet: Record<string, unknown> = {};
  const wanted: ResidentFields = said.tags ? { ...said, tags: union(known.known.tags, said.tags) } : said;
  for (const field of FIELDS) {
    const to = wanted[field];
    const from = known.known[field];
    if (to === undefined || same(from, to)) continue;
    // False is what an unsaid flag means.
    if (to === false && from === undefined) continue;
    const confirmedAt =
      known.confirmed[field] ?? (field === 'idKind' ? known.confirmed.idNumber : null) ?? null;
    const change = { field, from: words(from), to: words(to), confirmedAt };
    if (confirmedAt === null) {
      set[field] = to;
      changes.push(change);
    } else {
      askedSet[field] = to;
      asks.push(change);
    }
  }
  return { set, changes, asks, askedSet };
}

type Value = ResidentFields[ResidentField];

const union = (known: readonly string[] = [], said: readonly string[]): string[] =>
  [...new Set([...known, ...said])].sort();

const same = (a: Value, b: Value): boolean =>
  Array.isArray(a) && Array.isArray(b) ? [...a].sort().join() === [...b].sort().join() : a === b;

const words = (value: Value): string =>
  value === undefined ? '' : Array.isArray(value) ? value.join(', ') : String(value);
