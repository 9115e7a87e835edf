import { type RawBuilder, sql } from 'kysely';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { columnsOf, selectRows } from '#kernel/db/select.ts';
import { chinaDayStart } from '#kernel/time-id/china-time.ts';
import { MOST_PASSAGES, SLOT_MINUTES } from '../../contract/flow-queries.ts';
import type { Direction, Passage, PassageOutcome } from '../../contract/rows.ts';
import { passageTable } from '../tables.ts';

const SLOT_MS = SLOT_MINUTES * 60_000;

/** People of one kind who came to a gate in a slot. */
export interface SlotCount {
  readonly gateId: string;
  /** Which slot of the day, from 0. */
  readonly slot: number;
  readonly direction: Direction;
  readonly outcome: PassageOutcome;
  readonly people: number;
}

const withinDay = (day: number): RawBuilder<boolean> =>
  sql`at >= ${new Date(chinaDayStart(day))} and at < ${new Date(chinaDayStart(day + 1))}`;

/** A day at every gate, slot by slot; what was taken back is not counted. */
export async function countSlots(tx: AreaTx, day: number): Promise<readonly SlotCount[]> {
  const { rows } = await sql<SlotCount>`
    select gate_id, floor(extract(epoch from at - ${new Date(chinaDayStart(day))}) * 1000 / ${SLOT_MS})::int4 as slot,
      direction, outcome, count(*)::int4 as people
    from gates.passage
    where area_id = ${tx.areaId} and ${withinDay(day)} and voided_at is null
    group by 1, 2, 3, 4`.execute(tx.db);
  return rows;
}

export interface ReasonCount {
  readonly gateId: string;
  readonly rule: string;
  readonly refused: number;
  readonly asked: number;
}

/** Why people were turned back or asked about, the most first. */
export async function countReasons(tx: AreaTx, day: number): Promise<readonly ReasonCount[]> {
  const { rows } = await sql<ReasonCount>`
    select rule, gate_id, (count(*) filter (where outcome = 'refused'))::int4 as refused,
      (count(*) filter (where outcome = 'asked'))::int4 as asked
    from gates.passage
    where area_id = ${tx.areaId} and ${withinDay(day)} and voided_at is null and outcome in ('refused', 'asked')
    group by 1, 2 order by count(*) desc, 1, 2`.execute(tx.db);
  return rows;
}

/** Who stood at which gate, and until when: whoever recorded something there on that day. */
export async function lastAtGates(
  tx: AreaTx,
  day: number,
): Promise<readonly { readonly gateId: string; readonly by: string; readonly at: number }[]> {
  const { rows } = await sql<{ gateId: string; by: string; at: number }>`
    select gate_id, by, max(at) as at from gates.passage
    where area_id = ${tx.areaId} and ${withinDay(day)}
    group by 1, 2 order by 3 desc, 2`.execute(tx.db);
  return rows;
}

/** People who came to each gate after `from`, one way and the other. */
export async function countSince(
  tx: AreaTx,
  from: number,
): Promise<readonly { readonly gateId: string; readonly in: number; readonly out: number }[]> {
  const { rows } = await sql<{ gateId: string; in: number; out: number }>`
    select gate_id, (count(*) filter (where direction = 'in'))::int4 as "in",
      (count(*) filter (where direction = 'out'))::int4 as out
    from gates.passage
    where area_id = ${tx.areaId} and at > ${new Date(from)} and voided_at is null
    group by 1`.execute(tx.db);
  return rows;
}

export interface PassagesAsked {
  readonly day: number;
  readonly gateId?: string | undefined;
  readonly direction?: Direction | undefined;
  readonly outcome?: PassageOutcome | 'through' | undefined;
  readonly rule?: string | undefined;
}

/** Latest first, with those taken back; `total` counts as the figures do, without them. */
export async function findPassages(
  tx: AreaTx,
  asked: PassagesAsked,
): Promise<{ readonly rows: readonly Passage[]; readonly total: number }> {
  const wanted = narrowed(asked);
  const rows = await selectRows(
    tx,
    passageTable,
    sql`${wanted} order by at desc, id desc limit ${MOST_PASSAGES}`,
  );
  const counted = await sql<{ total: number }>`
    select count(*)::int4 as total from gates.passage
    where area_id = ${tx.areaId} and ${wanted} and voided_at is null`.execute(tx.db);
  return { rows, total: counted.rows[0]?.total ?? 0 };
}

/** Every passage of a day in order of time, those taken back too. */
export const allOfDay = (tx: AreaTx, day: number): Promise<readonly Passage[]> =>
  selectRows(tx, passageTable, sql`${withinDay(day)} order by at, id`);

function narrowed({ day, gateId, direction, outcome, rule }: PassagesAsked): RawBuilder<boolean> {
  const parts: RawBuilder<unknown>[] = [withinDay(day)];
  if (gateId !== undefined) parts.push(sql`gate_id = ${gateId}`);
  if (direction !== undefined) parts.push(sql`direction = ${direction}`);
  if (outcome === 'through') parts.push(sql`outcome <> 'refused'`);
  else if (outcome !== undefined) parts.push(sql`outcome = ${outcome}`);
  if (rule !== undefined) parts.push(sql`rule = ${rule}`);
  return sql`${sql.join(parts, sql` and `)}`;
}

/** Every outing of these households that uses their quota, in order of time. */
export async function findOutings(tx: AreaTx, householdIds: readonly string[]): Promise<readonly Passage[]> {
  if (householdIds.length === 0) return [];
  return selectRows(
    tx,
    passageTable,
    sql`household_id = any(${[...householdIds]}::uuid[]) and counts order by at, id`,
  );
}

/** Of one person under every id he or she had, latest first. */
export async function findOfPerson(
  tx: AreaTx,
  residentIds: readonly string[],
): Promise<{ readonly rows: readonly Passage[]; readonly total: number }> {
  const { rows } = await sql<Passage & { readonly total: number }>`
    select ${columnsOf(passageTable)}, count(*) over ()::int4 as total from gates.passage
    where area_id = ${tx.areaId} and resident_id = any(${[...residentIds]}::uuid[])
    order by at desc, id desc limit ${MOST_PASSAGES}`.execute(tx.db);
  return { rows, total: rows[0]?.total ?? 0 };
}

/** Contradictions among passages, latest first. */
export async function countOpenFlags(tx: AreaTx): Promise<number> {
  const { rows } = await sql<{ open: number }>`
    select count(*)::int4 as open from kernel.discrepancy
    where area_id = ${tx.areaId} and starts_with(code, 'gates.') and settled_at is null`.execute(tx.db);
  return rows[0]?.open ?? 0;
}
