import { sql } from 'kysely';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { type PersonalData, told } from '#kernel/personal-data/declaration.ts';
import { deleteBefore, oldestOf, rowsOf } from '#kernel/personal-data/rows.ts';
import { said } from '#kernel/ui/text.ts';
import { peopleSettings } from '../contract/settings.ts';
import { personalDataText as text } from '../messages/personal-data.ts';

const RESIDENT = 'people.resident';
const LOOK = 'people.look';
const REQUEST = 'people.subject_request';

/** An emptied row keeps its id, so that figures still count it; this stands where the name was. */
const ERASED = '*';
const ended = (before: number) =>
  sql<boolean>`ended_at < ${new Date(before)} and (name <> ${ERASED} or id_cipher is not null)`;

const DESK_WORK = [
  ...['taken', 'before', 'reason', 'actor_id', 'undone_by'].map((column) => `people.merge.${column}`),
  ...['resident_id', 'actor_id'].map((column) => `people.move.${column}`),
  ...['resident_id', 'note', 'actor_id'].map((column) => `people.told_apart.${column}`),
];

/** What the register holds of people and for how long. */
export const peoplePersonalData: readonly PersonalData[] = [
  {
    kind: RESIDENT,
    sensitive: true,
    ...told(text, 'resident'),
    bases: ['emergency', 'statutory', 'sensitive'],
    columns: [
      'name',
      'name_mask',
      'pinyin',
      'initials',
      'sex',
      'birth_date',
      'id_kind',
      'id_cipher',
      'id_blind',
      'id_mask',
      'phone_cipher',
      'phone_blind',
      'phone_mask',
      'other_phone_cipher',
      'other_phone_blind',
      'other_phone_mask',
      'relation',
      'tags',
      'away_reason',
      'note',
      'confirmed',
      'end_reason',
    ]
      .map((column) => `${RESIDENT}.${column}`)
      .concat(DESK_WORK),
    keeping: {
      setting: peopleSettings.keepEnded,
      counted: said(text, 'resident.counted'),
      oldest: (tx) => oldestOf(tx, RESIDENT, 'ended_at', sql`name <> ${ERASED}`),
      expired: (_tx, before) => [rowsOf(RESIDENT, ended(before))],
      remove: eraseEnded,
    },
    rows: [rowsOf(RESIDENT, sql`name <> ${ERASED}`)],
  },
  {
    kind: LOOK,
    sensitive: false,
    ...told(text, 'look'),
    bases: ['accountability'],
    columns: ['resident_id', 'fields', 'reason', 'actor_id'].map((column) => `${LOOK}.${column}`),
    keeping: {
      setting: peopleSettings.keepLooks,
      counted: said(text, 'look.counted'),
      oldest: (tx) => oldestOf(tx, LOOK, 'at'),
      expired: (_tx, before) => [rowsOf(LOOK, sql`at < ${new Date(before)}`)],
      remove: (tx, before, limit) => deleteBefore(tx, LOOK, 'at', before, limit),
    },
    rows: [rowsOf(LOOK)],
  },
  {
    kind: REQUEST,
    sensitive: false,
    ...told(text, 'request'),
    bases: ['accountability'],
    columns: ['resident_id', 'asked_by', 'said', 'actor_id', 'answer', 'answered_by'].map(
      (column) => `${REQUEST}.${column}`,
    ),
    keeping: {
      setting: peopleSettings.keepRequests,
      counted: said(text, 'request.counted'),
      oldest: (tx) => oldestOf(tx, REQUEST, 'answered_at'),
      expired: (_tx, before) => [rowsOf(REQUEST, sql`answered_at < ${new Date(before)}`)],
      remove: (tx, before, limit) => deleteBefore(tx, REQUEST, 'answered_at', before, limit),
    },
    rows: [rowsOf(REQUEST)],
  },
];

/** Also in what the desk wrote down when it merged entries or told them apart. */
async function eraseEnded(tx: AreaTx, before: number, limit: number, version: number): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    update people.resident set version = ${version}, name = ${ERASED}, name_mask = ${ERASED}, pinyin = '',
      initials = '', sex = null, birth_date = null, id_kind = null, id_cipher = null, id_blind = null,
      id_mask = null, phone_cipher = null, phone_blind = null, phone_mask = null, other_phone_cipher = null,
      other_phone_blind = null, other_phone_mask = null, relation = null, tags = '[]', away_reason = '',
      note = '', confirmed = '{}'
    where area_id = ${tx.areaId} and id in (
      select id from people.resident where area_id = ${tx.areaId} and ${ended(before)}
      order by ended_at, id limit ${limit})
    returning id`.execute(tx.db);
  const ids = rows.map(({ id }) => id);
  await sql`
    update people.merge set version = ${version}, taken = '[]', before = '{}', reason = ''
    where area_id = ${tx.areaId} and (merged_id = any(${ids}::uuid[]) or kept_id = any(${ids}::uuid[]))`.execute(
    tx.db,
  );
  await sql`
    delete from people.told_apart
    where area_id = ${tx.areaId} and (resident_id = any(${ids}::uuid[]) or other_id = any(${ids}::uuid[]))`.execute(
    tx.db,
  );
}
