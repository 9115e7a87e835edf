import { sql } from 'kysely';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { selectRows } from '#kernel/db/select.ts';
import { ProblemError } from '#kernel/problem/problem.ts';
import type { ListLook, LookedAt } from '../../contract/look-rows.ts';
import { problems } from '../../contract/problems.ts';
import { lookTable } from './table.ts';

/** How long a look opens what it was made for. */
const OPEN_MS = 30 * 60_000;

/**
 * A look in full, for the person who made it and for half an hour.
 * @throws `testing.look-unknown` also to anybody else, so that ids tell nothing; `testing.look-expired`
 */
export async function openLook(
  tx: AreaTx,
  asked: { readonly lookId: string; readonly what: LookedAt; readonly actorId: string; readonly now: number },
): Promise<ListLook> {
  const [look] = await selectRows(tx, lookTable, sql`id = ${asked.lookId}`);
  if (!look?.inFull || look.what !== asked.what || look.by !== asked.actorId) {
    throw new ProblemError(problems['look-unknown']);
  }
  if (asked.now - look.at > OPEN_MS) throw new ProblemError(problems['look-expired']);
  return look;
}

export interface TakenLook {
  readonly id: string;
  readonly at: number;
  readonly by: string;
  readonly round: string;
  readonly what: LookedAt;
  readonly inFull: boolean;
  readonly tubeCode: string | null;
  readonly people: number;
  readonly reason: string;
}

/** Latest first; how many people a look at records saw is counted from the round. */
export async function findTakenLooks(
  tx: AreaTx,
  asked: { readonly before: number | null; readonly limit: number; readonly actorId?: string | undefined },
): Promise<readonly TakenLook[]> {
  const { before, limit, actorId = null } = asked;
  const { rows } = await sql<TakenLook>`
    select k.id, k.at, k.by, r.name as round, k.what, k.in_full, k.tube_code, k.reason,
      case when k.what = 'contacts' then jsonb_array_length(k.resident_ids) else (
        select count(distinct s.resident_id)::int4 from testing.sample s
        where s.area_id = k.area_id and s.round_id = k.round_id and s.voided_at is null) end as people
    from testing.look k
    join testing.round r on r.area_id = k.area_id and r.id = k.round_id
    where k.area_id = ${tx.areaId} and (${before}::float8 is null or k.at < to_timestamp(${before}::float8 / 1000e0))
      and (${actorId}::text is null or k.by = ${actorId})
    order by k.at desc, k.id desc
    limit ${limit}`.execute(tx.db);
  return rows;
}

export interface LookAtPerson {
  readonly at: number;
  readonly by: string;
  readonly round: string;
  readonly what: LookedAt;
  readonly inFull: boolean;
  readonly reason: string;
}

/**
 * Looks in which these people stood: named on a list of contacts, or sampled in a round whose records went out.
 * @param places their places on rounds' lists
 */
export async function findLooksAtPerson(
  tx: AreaTx,
  residentIds: readonly string[],
  places: readonly string[],
): Promise<readonly LookAtPerson[]> {
  const { rows } = await sql<LookAtPerson>`
    select k.at, k.by, r.name as round, k.what, k.in_full, k.reason
    from testing.look k
    join testing.round r on r.area_id = k.area_id and r.id = k.round_id
    where k.area_id = ${tx.areaId} and (
      k.resident_ids ?| ${residentIds}::text[]
      or (k.what = 'records' and k.round_id in (
        select s.round_id from testing.sample s
        where s.area_id = ${tx.areaId} and s.place_id = any(${places}::uuid[]) and s.voided_at is null)))
    order by k.at desc`.execute(tx.db);
  return rows;
}
