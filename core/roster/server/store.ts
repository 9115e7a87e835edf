import { sql } from 'kysely';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import type { TableSpec } from '#kernel/db/columns.ts';
import { upsertRows } from '#kernel/db/upsert.ts';
import type { DutyRow as DutyView } from '../contract.ts';
import type { DutyRow, RosterMember } from '../domain/state.ts';

const dutyTable: TableSpec<DutyRow> = {
  table: 'roster.duty',
  key: ['id'],
  columns: {
    id: 'uuid',
    version: 'int8',
    memberId: 'uuid',
    group: 'text',
    place: 'text',
    from: 'timestamptz',
    until: 'timestamptz',
    endedAt: 'timestamptz',
  },
};

export async function loadDuties(tx: AreaTx, ids: readonly string[]): Promise<readonly DutyRow[]> {
  const { rows } = await sql<DutyRow>`
    select id, version, member_id, "group", place, "from", "until", ended_at from roster.duty
    where area_id = ${tx.areaId} and id = any(${ids}::uuid[])`.execute(tx.db);
  return rows;
}

/** Members with their standings, out of the tables of accounts. */
export async function loadMembers(
  tx: AreaTx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, RosterMember>> {
  const { rows } = await sql<RosterMember>`
    select m.id, m.ended_at, coalesce((
      select jsonb_agg(jsonb_build_object(
        'role', s.role, 'group', s."group",
        'from', (extract(epoch from s."from") * 1000)::int8, 'until', (extract(epoch from s."until") * 1000)::int8))
      from accounts.standing s where s.area_id = m.area_id and s.member_id = m.id), '[]'::jsonb) as standings
    from accounts.member m
    where m.area_id = ${tx.areaId} and m.id = any(${ids}::uuid[])`.execute(tx.db);
  return new Map(rows.map((row) => [row.id, row]));
}

export async function saveDuties(tx: AreaTx, duties: readonly DutyRow[]): Promise<void> {
  await upsertRows(tx, dutyTable, duties);
}

/** Takes members who left off what they still had before them. */
/** Duties that run or lie ahead go over; those behind stay with whom they were. */
export async function moveDuties(
  tx: AreaTx,
  move: { readonly memberId: string; readonly keptId: string },
  at: number,
  version: number,
): Promise<void> {
  await sql`
    update roster.duty set member_id = ${move.keptId}, version = ${version}
    where area_id = ${tx.areaId} and member_id = ${move.memberId} and ended_at is null
      and "until" > ${new Date(at)}`.execute(tx.db);
}

export async function endDutiesOf(tx: AreaTx, memberId: string, at: number, version: number): Promise<void> {
  await sql`
    update roster.duty set ended_at = ${new Date(at)}, version = ${version}
    where area_id = ${tx.areaId} and member_id = ${memberId} and ended_at is null and "until" > ${new Date(at)}`.execute(
    tx.db,
  );
}

/** A member's duties changed after that version. */
export async function dutiesSince(
  tx: AreaTx,
  memberId: string,
  since: number,
): Promise<readonly (DutyRow & { readonly [field: string]: unknown })[]> {
  const { rows } = await sql<DutyRow & { readonly [field: string]: unknown }>`
    select id, version, member_id, "group", place, "from", "until", ended_at from roster.duty
    where area_id = ${tx.areaId} and member_id = ${memberId}::uuid and version > ${since}
    order by "from", id`.execute(tx.db);
  return rows;
}

/** Duties that overlap the period, of the given groups; null for all. */
export async function dutiesBetween(
  tx: AreaTx,
  from: number,
  until: number,
  groups: readonly string[] | null,
): Promise<readonly DutyView[]> {
  const { rows } = await sql<DutyView>`
    select d.id, d.member_id, m.name as member_name, d."group", d.place, d."from", d."until", d.ended_at
    from roster.duty d join accounts.member m on m.area_id = d.area_id and m.id = d.member_id
    where d.area_id = ${tx.areaId} and d."until" > ${new Date(from)} and d."from" < ${new Date(until)}
      and (${groups === null} or d."group" = any(${groups ?? []}::text[]))
    order by d."from", d."group", m.name, d.id`.execute(tx.db);
  return rows;
}
