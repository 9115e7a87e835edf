import { sql } from 'kysely';
import { commandProblems } from '../../command/problems.ts';
import type { AreaTx } from '../../db/area-tx.ts';
import { ProblemError } from '../../problem/problem.ts';

/** How far an area is, as one view shows it. */
export interface AreaView {
  /** Every command counts it up; the rows it changed carry it. */
  readonly version: number;
  /** Up to here it is forgotten what left a list: whoever holds less takes the whole list anew. */
  readonly tombstoneFloor: number;
}

/** Throws `command.unknown-area`. */
export async function readAreaView(tx: AreaTx): Promise<AreaView> {
  const { rows } = await sql<AreaView>`
    select version, tombstone_floor from kernel.area where area_id = ${tx.areaId}`.execute(tx.db);
  const [view] = rows;
  if (!view) throw new ProblemError(commandProblems['unknown-area']);
  return view;
}
