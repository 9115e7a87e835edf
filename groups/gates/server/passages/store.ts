import { sql } from 'kysely';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { arrayParam } from '#kernel/db/array-param.ts';
import { KEPT } from '#kernel/db/prepared.ts';
import { columnsOf, selectRows } from '#kernel/db/select.ts';
import { loadSettings } from '#kernel/settings/server/store.ts';
import type { Passage, Presence } from '../../contract/rows.ts';
import { settings } from '../../contract/settings.ts';
import type { PullAsked } from '../part.ts';
import { passageTable, presenceTable } from '../tables.ts';

const DAY_MS = 24 * 3_600_000;
/** How long a phone goes on showing what its own author let through. */
const OWN_MS = DAY_MS;
/** Enough to find what was before, when the last few of somebody are taken back in one batch. */
const LOOKED_BACK = 20;

/**
 * Outings of households that a quota of so many days may see from any time between `from` and `until`. The time is
 * compared outside: where the planner has no figures yet, the index by time would look as good to it as the household's,
 * and every household would read all passages of the area.
 */
export async function outingsOf(
  tx: AreaTx,
  householdIds: readonly string[],
  from: number,
  until: number,
  days: number,
): Promise<Passage[]> {
  if (householdIds.length === 0) return [];
  const span = days * DAY_MS;
  const { rows } = await sql<Passage>`${sql.raw(KEPT)}
    select f.* from unnest(${arrayParam('uuid', householdIds)}::uuid[]) as k (key) cross join lateral (
      select ${columnsOf(passageTable)} from gates.passage
      where area_id = ${tx.areaId} and household_id = k.key and counts offset 0) as f
    where f.at > ${new Date(from - span)} and f.at < ${new Date(until + span)}`.execute(tx.db);
  return rows;
}

/** The last passages of residents and of passes. */
export async function lastPassages(tx: AreaTx, subjects: readonly string[]): Promise<Passage[]> {
  if (subjects.length === 0) return [];
  const of = (column: string) => sql`
    select f.* from unnest(${arrayParam('uuid', subjects)}::uuid[]) as k (key) cross join lateral (
      select ${columnsOf(passageTable)} from gates.passage
      where area_id = ${tx.areaId} and ${sql.raw(column)} = k.key
      order by at desc limit ${LOOKED_BACK}) as f`;
  const { rows } = await sql<Passage>`${of('resident_id')} union all ${of('pass_id')}`.execute(tx.db);
  return rows;
}

/**
 * What phones hold of passages: those that use an outing, as far back as the quota looks, and the asker's own of the
 * last day. Time is counted from the latest passage, so that what a phone holds follows from the rows alone.
 */
export async function passagesSince(tx: AreaTx, { actorId, since }: PullAsked): Promise<Passage[]> {
  const values = await loadSettings(tx);
  const longest = Math.max(
    settings.outingDays.defaultValue,
    ...values.filter(({ key }) => key === settings.outingDays.key).map(({ value }) => value),
  );
  const latest = sql`(select max(at) from gates.passage where area_id = ${tx.areaId})`;
  const before = (ms: number) => sql`${latest} - make_interval(secs => ${ms / 1000})`;
  // Taken back or no longer counted, a row still goes to phones that may hold it.
  const outing = sql`(counts or (${since} > 0 and household_id is not null and direction = 'out'))
    and at > ${before((longest + 1) * DAY_MS)}`;
  const own = sql`by = ${actorId} and at > ${before(OWN_MS)}`;
  return selectRows(
    tx,
    passageTable,
    sql`version > ${since} and ((${outing}) or (${own})) order by version, id`,
  );
}

/**
 * Where everybody was seen last. Who came in goes along too: without them a phone that has just pulled everything would
 * let a copied pass in a second time.
 */
export const presenceSince = (tx: AreaTx, since: number): Promise<Presence[]> =>
  selectRows(tx, presenceTable, sql`version > ${since} order by version, id`);
