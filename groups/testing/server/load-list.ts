import { sql } from 'kysely';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import type { Expected } from '../contract/rows.ts';
import type { TestingState } from '../domain/state.ts';
import type { Needs } from './needs.ts';
import { selectByKeys } from './select.ts';
import { checkInTable, packingTable } from './tables.ts';

type Found = Expected & { readonly what: 'listed' | 'check-in' | 'packing' };

/**
 * Who of the batch's people is on the list, whether an id of a check-in is taken and whether a code lies in a box.
 * The last two are almost never so: they ride along with the first, and are read whole only when they are.
 */
export async function loadListAndRest(tx: AreaTx, state: TestingState, needs: Needs): Promise<void> {
  const key = sql`area_id = ${tx.areaId}`;
  const { rows } = await sql<Found>`
    select 'listed' as what, id, version, round_id, resident_id, building_id, status, reason
    from testing.expected where ${key} and id = any(${[...needs.expected]}::uuid[])
    union all
    select 'check-in', id, null, null, null, null, null, null
    from testing.check_in where ${key} and id = any(${[...needs.checkIns]}::uuid[])
    union all
    select 'packing', id, null, null, null, null, null, null
    from testing.packing where ${key} and code = any(${[...needs.codes]}::text[])`.execute(tx.db);
  const ids = { 'check-in': new Set<string>(), packing: new Set<string>() };
  for (const { what, ...row } of rows) {
    if (what === 'listed') state.expected.load([row]);
    else ids[what].add(row.id);
  }
  state.checkIns.load(await selectByKeys(tx, checkInTable, { id: ids['check-in'] }));
  state.packings.load(await selectByKeys(tx, packingTable, { id: ids.packing }));
}
