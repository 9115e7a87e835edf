import { sql } from 'kysely';
import type { AreaTx } from '../../db/area-tx.ts';
import type { TableSpec } from '../../db/columns.ts';
import { insertRows } from '../../db/upsert.ts';
import type { Problem } from '../../problem/problem.ts';
import type { Flag, Settlement } from '../command.ts';
import type { Stamp } from '../module.ts';
import { derivedUuid } from './derived-uuid.ts';

export interface DiscrepancyRow {
  readonly id: string;
  readonly version: number;
  readonly commandId: string;
  readonly code: string;
  readonly problem: Problem;
  readonly subjects: Readonly<Record<string, string>>;
  readonly raisedAt: number;
}

export interface Discrepancy extends DiscrepancyRow {
  readonly settledAt: number | null;
  readonly settledBy: string | null;
  readonly resolution: string | null;
  readonly note: string | null;
}

const discrepancy: TableSpec<DiscrepancyRow> = {
  table: 'kernel.discrepancy',
  key: ['id'],
  columns: {
    id: 'uuid',
    version: 'int8',
    commandId: 'uuid',
    code: 'text',
    problem: 'jsonb',
    subjects: 'jsonb',
    raisedAt: 'timestamptz',
  },
};

/** One row per flag; its id follows from the command's, so a replay raises nothing new. */
export function discrepancyRows(flags: readonly Flag[], stamp: Stamp): DiscrepancyRow[] {
  return flags.map((flag, index) => ({
    id: derivedUuid(`${stamp.commandId}/${index}`),
    version: stamp.version,
    commandId: stamp.commandId,
    code: flag.problem.code,
    problem: flag.problem,
    subjects: flag.subjects,
    raisedAt: stamp.at,
  }));
}

export async function raiseDiscrepancies(tx: AreaTx, rows: readonly DiscrepancyRow[]): Promise<void> {
  if (rows.length > 0) await insertRows(tx, discrepancy, rows);
}

/** Settles them; one settled before keeps its first settlement (the module's `decide` refuses that earlier). */
export async function settleDiscrepancies(
  tx: AreaTx,
  settlements: readonly { readonly settlement: Settlement; readonly stamp: Stamp }[],
): Promise<void> {
  for (const { settlement, stamp } of settlements) {
    await sql`
      update kernel.discrepancy
      set settled_at = ${new Date(stamp.at)}, settled_by = ${stamp.actorId}, version = ${stamp.version},
          resolution = ${settlement.resolution}, note = ${settlement.note}
      where area_id = ${tx.areaId} and id = ${settlement.discrepancyId} and settled_at is null`.execute(
      tx.db,
    );
  }
}

/** For a module's `load`: the discrepancies its settling commands name. */
export async function findDiscrepancies(tx: AreaTx, ids: readonly string[]): Promise<readonly Discrepancy[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<Discrepancy>`
    select id, version, command_id, code, problem, subjects, raised_at, settled_at, settled_by, resolution, note
    from kernel.discrepancy where area_id = ${tx.areaId} and id = any(${ids}::uuid[])`.execute(tx.db);
  return rows;
}
