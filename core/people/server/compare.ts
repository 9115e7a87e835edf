import type { AreaTx } from '#kernel/db/area-tx.ts';
import { ProblemError } from '#kernel/problem/problem.ts';
import { MERGE_FIELDS } from '../contract/by-hand.ts';
import type { Comparison } from '../contract/by-hand-queries.ts';
import { RESIDENT_FIELDS, type ResidentField } from '../contract/rows.ts';
import { problems } from '../contract/rules.ts';
import { type Comparable, proposeKept, proposeTake } from '../domain/propose-merge.ts';
import type { Resident } from '../domain/resident.ts';
import { findRowsByIds } from './register-rows.ts';
import { findResidents } from './store.ts';

/** @throws `people.resident-unknown` */
export async function compareResidents(tx: AreaTx, ids: readonly [string, string]): Promise<Comparison> {
  const rows = await findResidents(tx, ids, []);
  const [one, other] = ids.map((id) => rows.find((row) => row.id === id));
  if (!one || !other) throw new ProblemError(problems['resident-unknown']);
  const [kept, merged] = proposeKept(comparable(one), comparable(other));
  const people = await findRowsByIds(tx, [kept.id, merged.id]);
  return {
    people: [kept, merged].flatMap(({ id }) => people.get(id) ?? []),
    differing: MERGE_FIELDS.filter((field) =>
      field === 'home' ? one.dwellingId !== other.dwellingId : kept.values[field] !== merged.values[field],
    ),
    proposals: {
      [kept.id]: proposeTake(kept, merged),
      [merged.id]: proposeTake(merged, kept),
    },
  };
}

/** Numbers by their blind index: equal where they are equal, and nothing to read. */
function comparable(row: Resident): Comparable {
  const word = (field: ResidentField): string => {
    switch (field) {
      case 'idNumber':
        return row.idBlind ?? '';
      case 'phone':
        return row.phoneBlind ?? '';
      case 'otherPhone':
        return row.otherPhoneBlind ?? '';
      case 'tags':
        return [...row.tags].sort().join();
      case 'away':
      case 'registeredElsewhere':
        return row[field] ? 'yes' : '';
      default:
        return row[field] ?? '';
    }
  };
  const values = Object.fromEntries(RESIDENT_FIELDS.map((field) => [field, word(field)]));
  return { id: row.id, values, confirmed: row.confirmed };
}
