import { sql } from 'kysely';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { ProblemError } from '#kernel/problem/problem.ts';
import type { Look } from '../contract/queries.ts';
import { problems } from '../contract/rules.ts';
import type { Resident, SealedField } from '../domain/resident.ts';
import { findLook, findResidents } from './store.ts';
import { openField } from './tools.ts';

/** How long a look shows its values: long enough to read a number out or dial it. */
export const LOOK_MS = 5 * 60_000;

const CIPHER = {
  idNumber: 'idCipher',
  phone: 'phoneCipher',
  otherPhone: 'otherPhoneCipher',
} as const satisfies Record<SealedField, keyof Resident>;

const isSealed = (field: string): field is SealedField => field in CIPHER;

/**
 * The values a look opened, for the person who made it and for `LOOK_MS` only.
 * @throws `people.look-unknown` also to anybody else, so that ids tell nothing; `people.look-expired`
 */
export async function lookedValues(
  tx: AreaTx,
  lookId: string,
  actorId: string,
  now: number,
): Promise<Partial<Record<SealedField, string | null>>> {
  const look = await findLook(tx, lookId);
  if (!look || look.actorId !== actorId) throw new ProblemError(problems['look-unknown']);
  if (now - look.at > LOOK_MS) throw new ProblemError(problems['look-expired']);
  const [row] = await findResidents(tx, [look.residentId], []);
  if (!row) throw new ProblemError(problems['resident-unknown']);
  const opened = look.fields.filter(isSealed).map((field) => {
    const sealed = row[CIPHER[field]];
    return [field, sealed === null ? null : openField(tx, field, sealed)] as const;
  });
  return Object.fromEntries(opened);
}

/** Latest first. @param before epoch ms of the last one seen */
export async function findLooks(tx: AreaTx, before: number | null, limit: number): Promise<Look[]> {
  const { rows } = await sql<Look>`
    select k.id, k.at, k.actor_id, k.resident_id, r.name, concat_ws(' ', l.building, l.entrance, l.room) as room,
      k.fields, k.reason
    from people.look k
    join people.resident r on r.area_id = k.area_id and r.id = k.resident_id
    join places.dwelling_label l on l.area_id = r.area_id and l.dwelling_id = r.dwelling_id
    where k.area_id = ${tx.areaId} and (${before}::float8 is null or k.at < to_timestamp(${before}::float8 / 1000e0))
    order by k.at desc, k.id desc
    limit ${limit}`.execute(tx.db);
  return rows;
}

/** Tags of living entries, the most frequent first. */
export async function findTags(tx: AreaTx): Promise<{ tag: string; residents: number }[]> {
  const { rows } = await sql<{ tag: string; residents: number }>`
    select tag, count(*)::int4 as residents
    from people.resident r, jsonb_array_elements_text(r.tags) as tag
    where r.area_id = ${tx.areaId} and r.ended_at is null
    group by tag
    order by residents desc, tag`.execute(tx.db);
  return rows;
}
