import { sql } from 'kysely';
import type { GroupId, Role } from '#core/accounts/contract.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import type { TableSpec } from '#kernel/db/columns.ts';
import { upsertRows } from '#kernel/db/upsert.ts';
import type { WorldRow } from '../domain/decide.ts';

const worldTable: TableSpec<WorldRow> = {
  table: 'practice.world',
  key: ['id'],
  columns: { id: 'uuid', version: 'int8', practisesFor: 'uuid', generation: 'int4', begunAt: 'timestamptz' },
};

/** The area's own row: null while it is being made, and in a real area. */
export async function findWorld(tx: AreaTx): Promise<WorldRow | null> {
  const { rows } = await sql<WorldRow>`
    select id, version, practises_for, generation, begun_at from practice.world
    where area_id = ${tx.areaId}`.execute(tx.db);
  return rows[0] ?? null;
}

export const saveWorlds = (tx: AreaTx, rows: readonly WorldRow[]): Promise<void> =>
  upsertRows(tx, worldTable, rows);

/** Somebody at work, out of the tables of accounts. */
export interface Worker {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly group: GroupId | null;
  readonly endedAt: number | null;
}

export async function findWorkers(tx: AreaTx, ids: readonly string[]): Promise<readonly Worker[]> {
  const { rows } = await sql<Worker>`
    select id, name, role, "group", ended_at from accounts.member
    where area_id = ${tx.areaId} and id = any(${ids}::uuid[])`.execute(tx.db);
  return rows;
}

/** Groups in which the member has a duty that holds now and goes on until then. */
export async function groupsOnDuty(
  tx: AreaTx,
  memberId: string,
  now: number,
  until: number,
): Promise<readonly GroupId[]> {
  const { rows } = await sql<{ group: GroupId }>`
    select distinct "group" from roster.duty
    where area_id = ${tx.areaId} and member_id = ${memberId} and ended_at is null
      and "from" <= ${new Date(now)} and "until" >= ${new Date(until)}`.execute(tx.db);
  return rows.map((row) => row.group);
}
