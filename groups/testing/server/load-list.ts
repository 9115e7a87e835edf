import { sql } from 'kysely';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { KEPT } from '#kernel/db/prepared.ts';
import { lookUp, selectByKeys } from '#kernel/db/select.ts';
import type { Expected } from '../contract/rows.ts';
import type { TestingState } from '../domain/state.ts';
import type { Needs } from './needs.ts';
import { checkInTable, expectedTable, missedTable, packingTable } from './tables.ts';

const LISTED = sql`id, version, round_id, resident_id, building_id, status, reason`;

type Found = Expected & { readonly what: 'listed' | 'check-in' | 'packing' | 'missed' };

/**
 * Who of the batch's people is on the list, whether an id of a check-in is taken and whether a code lies in a box.
 * The last two are almost never so, and hardly anybody has a flag as missed: they ride along with the first, and are
 * read whole only when there are any.
 */
export async function loadListAndRest(tx: AreaTx, state: TestingState, needs: Needs): Promise<void> {
  const others = sql`id, null::int8, null::uuid, null::uuid, null::uuid, null, null`;
  const open = sql`id, null::int8, null::uuid, null::uuid, null::uuid, cleared_by as status, null`;
  const { rows } = await sql<Found>`${sql.raw(KEPT)}
    select 'listed' as what, l.* from (${lookUp(tx, expectedTable, 'id', [...needs.expected], LISTED)}) as l
    union all
    select 'check-in', c.* from (${lookUp(tx, checkInTable, 'id', [...needs.checkIns], others)}) as c
    union all
    select 'packing', p.* from (${lookUp(tx, packingTable, 'code', [...needs.codes], others)}) as p
    union all
    select 'missed', m.* from (${lookUp(tx, missedTable, 'resident_id', [...needs.scanned], open)}) as m where m.status is null`.execute(
    tx.db,
  );
  const ids = { 'check-in': new Set<string>(), packing: new Set<string>(), missed: new Set<string>() };
  for (const { what, ...row } of rows) {
    if (what === 'listed') state.expected.load([row]);
    else ids[what].add(row.id);
  }
  state.checkIns.load(await selectByKeys(tx, checkInTable, { id: ids['check-in'] }));
  state.packings.load(await selectByKeys(tx, packingTable, { id: ids.packing }));
  state.missed.load(await selectByKeys(tx, missedTable, { id: ids.missed }));
}
