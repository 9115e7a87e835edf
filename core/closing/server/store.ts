import { sql } from 'kysely';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import type { TableSpec } from '#kernel/db/columns.ts';
import { upsertRows } from '#kernel/db/upsert.ts';
import type { ClosingRow } from '../domain/decide.ts';

const closingTable: TableSpec<ClosingRow> = {
  table: 'closing.closing',
  key: ['id'],
  columns: {
    id: 'uuid',
    version: 'int8',
    begunAt: 'timestamptz',
    orderedBy: 'text',
    rule: 'text',
    responsible: 'text',
    witness: 'text',
    stoppedAt: 'timestamptz',
    stoppedBy: 'text',
  },
};

/** Every order the area has seen: a handful at most. */
export async function findClosings(tx: AreaTx): Promise<readonly ClosingRow[]> {
  const { rows } = await sql<ClosingRow>`
    select id, version, begun_at, ordered_by, rule, responsible, witness, stopped_at, stopped_by
    from closing.closing where area_id = ${tx.areaId} order by begun_at`.execute(tx.db);
  return rows;
}

export const saveClosings = (tx: AreaTx, rows: readonly ClosingRow[]): Promise<void> =>
  upsertRows(tx, closingTable, rows);

/** Phones that had something to send when they were last heard, out of the transport's notes. */
export async function countWaiting(
  tx: AreaTx,
): Promise<{ readonly phones: number; readonly entries: number }> {
  const { rows } = await sql<{ phones: number; entries: number }>`
    select count(*)::int4 as phones, coalesce(sum(pending), 0)::int4 as entries
    from kernel.device where area_id = ${tx.areaId} and pending > 0`.execute(tx.db);
  return rows[0] ?? { phones: 0, entries: 0 };
}

/** Where copies of the keys were said to lie, out of the tables of privacy. */
export async function findKeyCopies(tx: AreaTx): Promise<readonly string[]> {
  const { rows } = await sql<{ place: string }>`
    select distinct place from privacy.key_backup where area_id = ${tx.areaId} order by place`.execute(tx.db);
  return rows.map(({ place }) => place);
}
