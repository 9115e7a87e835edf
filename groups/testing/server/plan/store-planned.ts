import { sql } from 'kysely';
import type { PeopleReader } from '#core/people/contract.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { selectRows } from '#kernel/db/select.ts';
import type { Excuse, Expected, Planned } from '../../contract/rows.ts';
import { plannedTable } from '../tables.ts';

export type Said = Pick<Planned, 'status' | 'reason'>;

/** What was said of people before the opening, by the resident that stands today. */
export async function plannedOf(
  tx: AreaTx,
  people: PeopleReader,
  roundId: string,
): Promise<ReadonlyMap<string, Said>> {
  const rows = await selectRows(tx, plannedTable, sql`round_id = ${roundId}`);
  const ids = rows.map(({ residentId }) => residentId);
  const standing = ids.length === 0 ? null : await people.standingIds(tx, ids);
  const said = new Map<string, Said>();
  for (const row of rows) {
    const id = standing?.get(row.residentId) ?? row.residentId;
    if (id === row.residentId || !said.has(id)) said.set(id, row);
  }
  return said;
}

type Excused = Pick<Expected, 'residentId'> & { readonly status: 'away' | 'exempt'; readonly reason: Excuse };

/** Away and exempt people, with the reason, of the latest round that was opened before this one. */
export async function earlierExcuses(
  tx: AreaTx,
  roundId: string,
): Promise<ReadonlyMap<string, Omit<Excused, 'residentId'>>> {
  const { rows } = await sql<Excused>`
    select e.resident_id, e.status, e.reason
    from testing.expected e
    where e.area_id = ${tx.areaId} and e.status <> 'expected' and e.reason is not null and e.round_id = (
      select r.id from testing.round r
      join testing.round this on this.area_id = r.area_id and this.id = ${roundId}
      where r.area_id = ${tx.areaId} and r.id <> this.id and r.opened_at is not null
        and (this.opened_at is null or r.opened_at < this.opened_at)
      order by r.opened_at desc limit 1)`.execute(tx.db);
  return new Map(rows.map(({ residentId, status, reason }) => [residentId, { status, reason }]));
}
