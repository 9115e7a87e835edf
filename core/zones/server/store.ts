import { sql } from 'kysely';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import type { TableSpec } from '#kernel/db/columns.ts';
import { upsertRows } from '#kernel/db/upsert.ts';
import type { PulledRow } from '#kernel/sync/protocol.ts';
import type { Answer, AnswerView, StatusView } from '../contract.ts';
import type { BuildingPath } from '../domain/group-places.ts';
import type { StatusRow } from '../domain/state.ts';

const statusTable: TableSpec<StatusRow> = {
  table: 'zones.status',
  key: ['id'],
  columns: {
    id: 'uuid',
    version: 'int8',
    placeKind: 'text',
    placeId: 'uuid',
    status: 'text',
    from: 'timestamptz',
    until: 'timestamptz',
    reason: 'text',
    source: 'text',
    setBy: 'text',
    setAt: 'timestamptz',
    plannedUntil: 'timestamptz',
    replaces: 'bool',
    endedAt: 'timestamptz',
    withdrawnAt: 'timestamptz',
    endReason: 'text',
  },
};

const answerTable: TableSpec<Answer> = {
  table: 'zones.answer',
  key: ['id'],
  columns: {
    id: 'uuid',
    version: 'int8',
    kind: 'text',
    placeKind: 'text',
    placeId: 'uuid',
    causes: 'jsonb',
    outcome: 'text',
    statusId: 'uuid',
    reason: 'text',
    againAt: 'timestamptz',
    answeredAt: 'timestamptz',
    answeredBy: 'text',
  },
};

const STATUS = sql`id, version, place_kind, place_id, status, "from", "until", reason, source, set_by, set_at,
  planned_until, replaces, ended_at, withdrawn_at, end_reason`;

/** With every other declaration of the same places: where one ends depends on those after it. */
export async function loadStatuses(
  tx: AreaTx,
  ids: readonly string[],
  placeIds: readonly string[],
): Promise<readonly StatusRow[]> {
  const { rows } = await sql<StatusRow>`
    select ${STATUS} from zones.status where area_id = ${tx.areaId} and place_id in (
      select place_id from zones.status where area_id = ${tx.areaId} and id = any(${ids}::uuid[])
      union select unnest(${placeIds}::uuid[]))`.execute(tx.db);
  return rows;
}

/** What holds or is to come at a time, all that stood at those places before, and what was declared since. */
export async function loadForProposing(tx: AreaTx, since: number, at: number): Promise<readonly StatusRow[]> {
  const now = new Date(at);
  const { rows } = await sql<StatusRow>`
    select ${STATUS} from zones.status where area_id = ${tx.areaId} and (set_at >= ${new Date(since)}
      or place_id in (select place_id from zones.status
        where area_id = ${tx.areaId} and ("until" is null or "until" > ${now})))`.execute(tx.db);
  return rows;
}

export async function saveStatuses(tx: AreaTx, rows: readonly StatusRow[]): Promise<void> {
  await upsertRows(tx, statusTable, rows);
}

/** What was answered since, or set aside until later than `at`. */
export async function loadAnswers(tx: AreaTx, since: number, at: number): Promise<readonly Answer[]> {
  const { rows } = await sql<Answer>`
    select id, version, kind, place_kind, place_id, causes, outcome, status_id, reason, again_at, answered_at,
      answered_by
    from zones.answer where area_id = ${tx.areaId}
      and (answered_at >= ${new Date(since)} or again_at > ${new Date(at)})`.execute(tx.db);
  return rows;
}

/** Newest first, with the answering member's name. */
export async function readAnswers(tx: AreaTx): Promise<readonly AnswerView[]> {
  const { rows } = await sql<AnswerView>`
    select a.id, a.kind, a.place_id, a.outcome, a.reason, a.again_at, a.answered_at, m.name as answered_by
    from zones.answer a left join accounts.member m on m.area_id = a.area_id and m.id::text = a.answered_by
    where a.area_id = ${tx.areaId} order by a.answered_at desc, a.id desc limit 500`.execute(tx.db);
  return rows;
}

export async function saveAnswers(tx: AreaTx, rows: readonly Answer[]): Promise<void> {
  await upsertRows(tx, answerTable, rows);
}

/** `<kind>/<id>` of those that stand, out of the tables of places. */
export async function standingPlaces(tx: AreaTx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ place: string }>`
    select 'compound/' || id as place from places.compound
      where area_id = ${tx.areaId} and id = any(${ids}::uuid[]) and ended_at is null
    union all select 'building/' || id from places.building
      where area_id = ${tx.areaId} and id = any(${ids}::uuid[]) and ended_at is null
    union all select 'entrance/' || id from places.entrance
      where area_id = ${tx.areaId} and id = any(${ids}::uuid[]) and ended_at is null`.execute(tx.db);
  return new Set(rows.map((row) => row.place));
}

/** @param at epoch ms */
export async function statusesInForce(tx: AreaTx, at: number): Promise<readonly StatusRow[]> {
  const instant = new Date(at);
  const { rows } = await sql<StatusRow>`
    select ${STATUS} from zones.status where area_id = ${tx.areaId} and "from" <= ${instant}
      and ("until" is null or "until" > ${instant})`.execute(tx.db);
  return rows;
}

/** Not over at that time. @param at epoch ms */
export async function statusesAfter(tx: AreaTx, at: number): Promise<readonly StatusRow[]> {
  const { rows } = await sql<StatusRow>`
    select id, version, place_kind, place_id, status, "from", "until", reason, source, set_by, end_reason
    from zones.status where area_id = ${tx.areaId} and ("until" is null or "until" > ${new Date(at)})`.execute(
    tx.db,
  );
  return rows;
}

/** Living buildings with their living entrances, out of the tables of places. */
export async function buildingPaths(tx: AreaTx): Promise<readonly BuildingPath[]> {
  const { rows } = await sql<BuildingPath>`
    select b.id, b.compound_id, array(
      select e.id::text from places.entrance e
      where e.area_id = b.area_id and e.building_id = b.id and e.ended_at is null) as entrance_ids
    from places.building b where b.area_id = ${tx.areaId} and b.ended_at is null`.execute(tx.db);
  return rows;
}

export async function statusesSince(tx: AreaTx, since: number): Promise<readonly PulledRow[]> {
  const { rows } = await sql<PulledRow>`
    select id, version, place_kind, place_id, status, "from", "until", reason, source
    from zones.status where area_id = ${tx.areaId} and version > ${since} order by version, id`.execute(
    tx.db,
  );
  return rows;
}

/** Newest first, with the declaring member's name. */
export async function history(tx: AreaTx, placeId: string | null): Promise<readonly StatusView[]> {
  const { rows } = await sql<StatusView>`
    select s.id, s.place_kind, s.place_id, s.status, s."from", s."until", s.reason, s.source, s.end_reason,
      s.withdrawn_at, m.name as set_by
    from zones.status s left join accounts.member m on m.area_id = s.area_id and m.id::text = s.set_by
    where s.area_id = ${tx.areaId} and (${placeId}::uuid is null or s.place_id = ${placeId}::uuid)
    order by s."from" desc, s.id desc`.execute(tx.db);
  return rows;
}
