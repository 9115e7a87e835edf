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

export interface LooksWanted {
  /** Epoch ms of the last one seen; null for the latest. */
  readonly before: number | null;
  readonly limit: number;
  readonly actorId?: string | undefined;
  readonly residentId?: string | undefined;
}

/** Latest first. */
export async function findLooks(tx: AreaTx, wanted: LooksWanted): Promise<Look[]> {
  const { before, limit, actorId = null, residentId = null } = wanted;
  const { rows } = await sql<Look>`
    select k.id, k.at, k.actor_id, k.resident_id, r.name, concat_ws(' ', l.building, l.entrance, l.room) as room,
      k.fields, k.reason
    from people.look k
    join people.resident r on r.area_id = k.area_id and r.id = k.resident_id
    join places.dwelling_label l on l.area_id = r.area_id and l.dwelling_id = r.dwelling_id
    where k.area_id = ${tx.areaId} and (${before}::float8 is null or k.at < to_timestamp(${before}::float8 / 1000e0))
      and (${actorId}::text is null or k.actor_id = ${actorId})
      and (${residentId}::uuid is null or k.resident_id = ${residentId})
    order by k.at desc, k.id desc
    limit ${limit}`.execute(tx.db);
  return rows;
}

const DAY_MS = 24 * 3_600_000;

export interface Looker {
  readonly actorId: string;
  /** Looks in the last 24 hours and in the last seven days. */
  readonly day: number;
  readonly week: number;
}

/** Whoever looked in the last seven days, the most frequent of today first. */
export async function countLookers(tx: AreaTx, now: number): Promise<Looker[]> {
  const { rows } = await sql<Looker>`
    select actor_id, (count(*) filter (where at > ${new Date(now - DAY_MS)}))::int4 as day, count(*)::int4 as week
    from people.look where area_id = ${tx.areaId} and at > ${new Date(now - 7 * DAY_MS)}
    group by actor_id order by day desc, week desc, actor_id`.execute(tx.db);
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
