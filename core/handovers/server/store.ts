import { type RawBuilder, sql } from 'kysely';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { upsertRows } from '#kernel/db/upsert.ts';
import type { Deed, Note, Point, Reading } from '../contract/rows.ts';
import type { HandoversState } from '../domain/state.ts';
import {
  type DeedRecord,
  deedRecord,
  deedTable,
  type NoteRecord,
  noteRecord,
  noteTable,
  type PointRecord,
  pointRecord,
  pointTable,
  type ReadingRecord,
  readingTable,
  toDeed,
  toNote,
  toPoint,
} from './tables.ts';

/** A group's rows; the alias of the table is `n` for notes with their readings, `p` for points with their deeds. */
export interface Wanted {
  readonly notes: RawBuilder<boolean>;
  readonly points: RawBuilder<boolean>;
}

export interface Found {
  readonly notes: readonly Note[];
  readonly readings: readonly Reading[];
  readonly points: readonly Point[];
  readonly deeds: readonly Deed[];
}

/** Notes with their readings, points with their deeds, earliest first. */
export async function find(tx: AreaTx, { notes, points }: Wanted): Promise<Found> {
  const ofNotes = await sql<NoteRecord>`
    select n.id, n.version, n."group", n.place, n.chips, n.text_sealed, n.at, n.by from handovers.note n
    where n.area_id = ${tx.areaId} and ${notes} order by n.at, n.id`.execute(tx.db);
  const ofReadings = await sql<ReadingRecord>`
    select r.id, r.version, r.note_id, r.at, r.by from handovers.reading r
    join handovers.note n on n.area_id = r.area_id and n.id = r.note_id
    where r.area_id = ${tx.areaId} and ${notes} order by r.at, r.id`.execute(tx.db);
  const ofPoints = await sql<PointRecord>`
    select p.id, p.version, p."group", p.place, p.note_id, p.text_sealed, p.due_at, p.at, p.by
    from handovers.point p where p.area_id = ${tx.areaId} and ${points} order by p.at, p.id`.execute(tx.db);
  const ofDeeds = await sql<DeedRecord>`
    select d.id, d.version, d.point_id, d.what, d.note_sealed, d.at, d.by from handovers.deed d
    join handovers.point p on p.area_id = d.area_id and p.id = d.point_id
    where d.area_id = ${tx.areaId} and ${points} order by d.at, d.id`.execute(tx.db);
  return {
    notes: ofNotes.rows.map((row) => toNote(tx, row)),
    readings: ofReadings.rows.map((row) => ({ ...row, byName: '' })),
    points: ofPoints.rows.map((row) => toPoint(tx, row)),
    deeds: ofDeeds.rows.map((row) => toDeed(tx, row)),
  };
}

/** How far back a phone and the desk look: a quarantine's length. */
const LOOK_BACK_DAYS = 14;

/**
 * What a group's places show: the notes of the fortnight before its latest, and the points that are open or were
 * touched since.
 */
export function ofGroup(tx: AreaTx, group: string): Wanted {
  const since = sql`(
    select max(l.at) - make_interval(days => ${LOOK_BACK_DAYS}) from handovers.note l
    where l.area_id = ${tx.areaId} and l."group" = ${group})`;
  return {
    notes: sql<boolean>`n."group" = ${group} and n.at >= ${since}`,
    points: sql<boolean>`p."group" = ${group} and (p.at >= coalesce(${since}, '-infinity')
      or coalesce((
        select l.what = 'reopened' or l.at >= ${since} from handovers.deed l
        where l.area_id = p.area_id and l.point_id = p.id order by l.at desc, l.id desc limit 1), true))`,
  };
}

/** The rows that a batch speaks of. */
export const byIds = (noteIds: readonly string[], pointIds: readonly string[]): Wanted => ({
  notes: sql<boolean>`n.id = any(${[...noteIds]}::uuid[])`,
  points: sql<boolean>`p.id = any(${[...pointIds]}::uuid[])`,
});

export async function save(tx: AreaTx, state: HandoversState): Promise<void> {
  await upsertRows(
    tx,
    noteTable,
    state.notes.changed().map((row) => noteRecord(tx, row)),
  );
  await upsertRows(
    tx,
    pointTable,
    state.points.changed().map((row) => pointRecord(tx, row)),
  );
  await upsertRows(
    tx,
    readingTable,
    state.readings.changed().map(({ byName: _name, ...row }) => row),
  );
  await upsertRows(
    tx,
    deedTable,
    state.deeds.changed().map((row) => deedRecord(tx, row)),
  );
}
