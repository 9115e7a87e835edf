import { randomUUID } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { type PersonalData, told } from '#kernel/personal-data/declaration.ts';
import { deleteBefore, oldestOf, rowsOf } from '#kernel/personal-data/rows.ts';
import { said } from '#kernel/ui/text.ts';
import { settings } from '../contract/settings.ts';
import { personalDataText as text } from '../messages/personal-data.ts';
import { callUpRows, forgetCallUps } from './call-up/forget.ts';

/** Places on a list and samples that still say whose they are; an unlinked place is its own resident. */
const listed = sql<boolean>`resident_id <> id`;
const personal = sql<boolean>`(resident_id is not null or code_sealed is not null)`;
const closedBefore = (tx: AreaTx, before: number): RawBuilder<boolean> =>
  sql`round_id in (select id from testing.round
    where area_id = ${tx.areaId} and state = 'closed' and closed_at < ${new Date(before)})`;
const OF_ROUND = sql`area_id = testing.round.area_id and round_id = testing.round.id`;

const columnsOf = (table: string, ...columns: string[]) => columns.map((c) => `testing.${table}.${c}`);

const LOOK = 'testing.look';

/** Who was tested, and for how long that is known; what was counted stays. */
export const testingPersonalData: readonly PersonalData[] = [
  {
    kind: 'testing.round',
    sensitive: true,
    ...told(text, 'round'),
    bases: ['emergency', 'statutory', 'sensitive'],
    columns: [
      ...columnsOf('scope_list', 'resident_ids'),
      ...columnsOf('follow_up', 'resident_ids'),
      ...columnsOf('planned', 'resident_id', 'reason'),
      ...columnsOf('supply', 'name', 'note', 'by'),
      ...columnsOf('expected', 'resident_id', 'reason'),
      ...columnsOf('check_in', 'resident_id', 'by'),
      ...columnsOf('sample', 'resident_id', 'by', 'code_sealed', 'code_blind'),
      ...columnsOf('tube', 'opened_by', 'closed_by', 'close_reason', 'note'),
      ...columnsOf('box', 'sealed_by'),
      ...columnsOf('refusal', 'resident_id', 'place_id', 'reason', 'note', 'by'),
      ...columnsOf('carer', 'carer_id', 'by'),
      ...columnsOf('spoilage', 'reason', 'by', 'note'),
      ...columnsOf('correction', 'by', 'note'),
      ...columnsOf('packing', 'by'),
      ...columnsOf('result', 'recorded_by', 'note'),
      ...columnsOf('call_up', 'planned_by'),
      ...columnsOf('slot', 'called_by', 'household_ids'),
      ...columnsOf('door_stop', 'household_id', 'reason', 'visited_by'),
      ...columnsOf('box_count', 'by', 'counter_sealed'),
      ...columnsOf('handover_side', 'by', 'signer_sealed'),
      ...columnsOf('acceptance', 'by', 'note'),
      ...columnsOf('summary_signature', 'by'),
      ...columnsOf('set_up_check', 'by', 'note'),
    ],
    keeping: {
      setting: settings.keepRound,
      counted: said(text, 'round.counted'),
      oldest: (tx) =>
        oldestOf(
          tx,
          'testing.round',
          'closed_at',
          sql`state = 'closed' and (exists (select from testing.expected where ${OF_ROUND} and ${listed})
            or exists (select from testing.sample where ${OF_ROUND} and ${personal}))`,
        ),
      expired: (tx, before) => [
        rowsOf('testing.expected', sql`${listed} and ${closedBefore(tx, before)}`),
        rowsOf('testing.sample', sql`${personal} and ${closedBefore(tx, before)}`),
        ...callUpRows(closedBefore(tx, before)),
      ],
      remove: unlink,
    },
    rows: [rowsOf('testing.expected', listed), rowsOf('testing.sample', personal)],
  },
  {
    kind: LOOK,
    sensitive: false,
    ...told(text, 'look'),
    bases: ['accountability'],
    columns: columnsOf('look', 'resident_ids', 'reason', 'by'),
    keeping: {
      setting: settings.keepLooks,
      counted: said(text, 'look.counted'),
      oldest: (tx) => oldestOf(tx, LOOK, 'at'),
      expired: (_tx, before) => [rowsOf(LOOK, sql`at < ${new Date(before)}`)],
      remove: (tx, before, limit) => deleteBefore(tx, LOOK, 'at', before, limit),
    },
    rows: [rowsOf(LOOK)],
  },
];

/**
 * Cuts the list, its samples and check-ins off from the people; every figure stays. A place gets an id that says
 * nothing, since its own follows from round and person; one person's samples stay one person's.
 */
async function unlink(tx: AreaTx, before: number, limit: number, version: number): Promise<void> {
  await sql`
    with fresh as materialized (
      select id, gen_random_uuid() as new_id from testing.expected
      where area_id = ${tx.areaId} and ${listed} and ${closedBefore(tx, before)} order by id limit ${limit}),
    places as (
      update testing.expected e set version = ${version}, id = f.new_id, resident_id = f.new_id, reason = null
      from fresh f where e.area_id = ${tx.areaId} and e.id = f.id),
    words as (
      update testing.refusal r set version = ${version}, resident_id = f.new_id, place_id = f.new_id,
        reason = 'other', note = ''
      from fresh f where r.area_id = ${tx.areaId} and r.place_id = f.id),
    swabs as (
      update testing.sample s set version = ${version}, place_id = f.new_id, resident_id = null
      from fresh f where s.area_id = ${tx.areaId} and s.place_id = f.id
      returning s.check_in_id)
    update testing.check_in c set version = ${version}, resident_id = null
    from swabs w where c.area_id = ${tx.areaId} and c.id = w.check_in_id`.execute(tx.db);
  for (const [table, round] of [
    ['scope_list', 'id'],
    ['follow_up', 'id'],
    ['planned', 'round_id'],
  ] as const) {
    await sql`delete from ${sql.raw(`testing.${table}`)} t using testing.round r
      where t.area_id = ${tx.areaId} and r.area_id = t.area_id and r.id = t.${sql.raw(round)}
        and r.state = 'closed' and r.closed_at < ${new Date(before)}`.execute(tx.db);
  }
  await forgetCallUps(tx, closedBefore(tx, before), limit, version);
  // Who came along counts in no figure.
  await sql`
    delete from testing.carer where area_id = ${tx.areaId} and ${closedBefore(tx, before)}`.execute(tx.db);
  const salt = randomUUID();
  await sql`
    with old as materialized (
      select id, check_in_id from testing.sample
      where area_id = ${tx.areaId} and ${personal} and ${closedBefore(tx, before)} order by id limit ${limit}),
    swabs as (
      update testing.sample s set version = ${version}, resident_id = null, code_sealed = null,
        place_id = md5(s.place_id || ${salt})::uuid,
        code_blind = substring(sha256(s.code_blind || ${salt}::bytea) for 16)
      from old where s.area_id = ${tx.areaId} and s.id = old.id)
    update testing.check_in c set version = ${version}, resident_id = null
    from old where c.area_id = ${tx.areaId} and c.id = old.check_in_id`.execute(tx.db);
  await forgetSigners(tx, before, version);
}

/** Names, plates and drawings of those who signed without an account; that both sides signed, and when, stays. */
async function forgetSigners(tx: AreaTx, before: number, version: number): Promise<void> {
  await sql`
    update testing.handover_side set version = ${version}, signer_sealed = null
    where area_id = ${tx.areaId} and signer_sealed is not null and ${closedBefore(tx, before)}`.execute(
    tx.db,
  );
  await sql`
    update testing.box_count set version = ${version}, counter_sealed = null
    where area_id = ${tx.areaId} and counter_sealed is not null and ${closedBefore(tx, before)}`.execute(
    tx.db,
  );
}
