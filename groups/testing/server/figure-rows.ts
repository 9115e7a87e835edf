import { type RawBuilder, sql } from 'kysely';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import type { FigureRows, PersonRow, RowFigure, TubeRow } from '../contract/queries.ts';
import type { TestingDoors } from './doors.ts';
import { placeOf } from './place.ts';
import { latestRefusals, missedAs } from './sampling/refusals.ts';
import type { RefusalRecord } from './sampling/tables.ts';
import { SAMPLED, UNKNOWN_PACKING } from './store-figures.ts';

export interface RowsAsked {
  readonly roundId: string;
  readonly figure: RowFigure;
  readonly laneId?: string | undefined;
  readonly siteId?: string | undefined;
  readonly buildingId?: string | undefined;
  readonly offset: number;
  readonly limit: number;
}

/** Where a figure's rows lie, and which of them; the mirror of `LaneBook` and `store-figures.ts`. */
type Source =
  | { readonly from: 'swab' | 'arrival' | 'tube'; readonly lane: string; readonly where: RawBuilder<unknown> }
  /** Whose first swab in a tube it is, by the time of the deed, or who was in one already. */
  | { readonly from: 'turn'; readonly where: RawBuilder<unknown> }
  | { readonly from: 'listed'; readonly where: RawBuilder<unknown> }
  | { readonly from: 'packing' };

const inTube = sql`w.in_tube`;
const crossed = sql`w.in_tube and w.has_check_in and w.check_in_lane_id <> w.tube_lane_id`;

const SOURCES: Readonly<Record<RowFigure, Source>> = {
  checkedIn: { from: 'arrival', lane: 'lane_id', where: sql`true` },
  'not-sampled': { from: 'arrival', lane: 'lane_id', where: sql`not w.sampled` },
  inTubes: { from: 'swab', lane: 'tube_lane_id', where: inTube },
  inPackedTubes: { from: 'swab', lane: 'tube_lane_id', where: sql`w.in_tube and w.packed_at is not null` },
  people: { from: 'turn', where: sql`w.turn = 1` },
  repeats: { from: 'turn', where: sql`w.turn > 1` },
  'no-check-in': { from: 'swab', lane: 'tube_lane_id', where: sql`w.in_tube and not w.has_check_in` },
  'to-other-lane': { from: 'swab', lane: 'check_in_lane_id', where: crossed },
  'from-other-lane': { from: 'swab', lane: 'tube_lane_id', where: crossed },
  'void-tube': { from: 'swab', lane: 'check_in_lane_id', where: sql`not w.in_tube and w.has_check_in` },
  tubes: { from: 'tube', lane: 'lane_id', where: sql`true` },
  tubesPacked: { from: 'tube', lane: 'lane_id', where: sql`w.packed_at is not null` },
  'tube-open': { from: 'tube', lane: 'lane_id', where: sql`w.packed_at is null and w.closed_at is null` },
  'tube-not-packed': {
    from: 'tube',
    lane: 'lane_id',
    where: sql`w.packed_at is null and w.closed_at is not null`,
  },
  expected: { from: 'listed', where: sql`e.status = 'expected'` },
  sampled: { from: 'listed', where: sql`e.status = 'expected' and ${SAMPLED}` },
  missed: { from: 'listed', where: sql`e.status = 'expected' and not ${SAMPLED}` },
  refused: { from: 'listed', where: missedAs('refused') },
  absent: { from: 'listed', where: missedAs('absent') },
  away: { from: 'listed', where: sql`e.status = 'away'` },
  exempt: { from: 'listed', where: sql`e.status = 'exempt'` },
  'unknown-packings': { from: 'packing' },
};

export async function readFigureRows(tx: AreaTx, doors: TestingDoors, asked: RowsAsked): Promise<FigureRows> {
  const source = SOURCES[asked.figure];
  switch (source.from) {
    case 'tube':
      return readTubes(tx, asked, sql`${source.where} and ${inLane(asked, source.lane)}`);
    case 'packing':
      return readPackings(tx, asked);
    case 'listed':
      return readListed(tx, doors, asked, source.where);
    case 'swab':
      return readDeeds(tx, doors, asked, SWABS, sql`${source.where} and ${inLane(asked, source.lane)}`);
    case 'turn':
      return readDeeds(
        tx,
        doors,
        asked,
        turns(tx, asked.roundId),
        sql`${source.where} and ${inLane(asked, 'tube_lane_id')}`,
      );
    case 'arrival':
      return readDeeds(tx, doors, asked, ARRIVALS, sql`${source.where} and ${inLane(asked, source.lane)}`);
  }
}

function inLane({ laneId, siteId }: RowsAsked, column: string): RawBuilder<unknown> {
  const lane = sql`w.${sql.raw(column)}`;
  if (laneId) return sql`${lane} = ${laneId}`;
  if (siteId)
    return sql`${lane} in (select l.id from testing.lane l where l.area_id = w.area_id and l.site_id = ${siteId})`;
  return sql`true`;
}

type Page<Row> = Row & { readonly total: number };

const page = ({ offset, limit }: RowsAsked): RawBuilder<unknown> => sql`offset ${offset} limit ${limit}`;

const totalOf = (rows: readonly { readonly total: number }[]): number => rows[0]?.total ?? 0;

async function readTubes(tx: AreaTx, asked: RowsAsked, where: RawBuilder<unknown>): Promise<FigureRows> {
  const { rows } = await sql<Page<TubeRow>>`
    select w.id, w.code, w.lane_id, w.state, w.count, w.ratio, w.opened_at, w.closed_at, w.close_reason, w.note,
      w.packed_at, b.code as box_code, count(*) over ()::int4 as total
    from testing.tube w
    left join testing.box b on b.area_id = w.area_id and b.round_id = w.round_id and b.id = w.box_id
    where w.area_id = ${tx.areaId} and w.round_id = ${asked.roundId} and w.voided_at is null and ${where}
    order by w.opened_at, w.id ${page(asked)}`.execute(tx.db);
  return { of: 'tubes', rows: rows.map(({ total: _, ...row }) => row), total: totalOf(rows) };
}

async function readPackings(tx: AreaTx, asked: RowsAsked): Promise<FigureRows> {
  type Row = Page<{ id: string; code: string; boxCode: string; at: number; by: string }>;
  const { rows } = await sql<Row>`
    select p.id, p.code, b.code as box_code, p.at, p.by, count(*) over ()::int4 as total
    from testing.packing p
    join testing.box b on b.area_id = p.area_id and b.round_id = p.round_id and b.id = p.box_id
    where p.area_id = ${tx.areaId} and p.round_id = ${asked.roundId} and ${UNKNOWN_PACKING}
    order by p.at, p.id ${page(asked)}`.execute(tx.db);
  return { of: 'packings', rows: rows.map(({ total: _, ...row }) => row), total: totalOf(rows) };
}

type BarePerson = Omit<PersonRow, 'name' | 'place' | 'refusal'>;

const SWABS = sql`testing.swab`;

const ARRIVALS = sql`(
  select a.*, null as method, null::uuid as tube_id, null as tube_code from testing.arrival a)`;

/** Numbered in one pass over the round's swabs, which stays as quick when the planner knows nothing of them. */
const turns = (tx: AreaTx, roundId: string): RawBuilder<unknown> => sql`(
  select s.*, row_number() over (partition by s.person_key order by s.at, s.id) as turn
  from testing.swab s where s.area_id = ${tx.areaId} and s.round_id = ${roundId} and s.in_tube)`;

/** Swabs and check-ins, in the order they were done. */
async function readDeeds(
  tx: AreaTx,
  doors: TestingDoors,
  asked: RowsAsked,
  relation: RawBuilder<unknown>,
  where: RawBuilder<unknown>,
): Promise<FigureRows> {
  const { rows } = await sql<Page<BarePerson>>`
    select w.id, w.resident_id, null as reason, w.lane_id, w.at, w.by, w.method, w.tube_id, w.tube_code,
      count(*) over ()::int4 as total
    from ${relation} w
    where w.area_id = ${tx.areaId} and w.round_id = ${asked.roundId} and ${where}
    order by w.at, w.id ${page(asked)}`.execute(tx.db);
  return named(tx, doors, rows);
}

/** Whose word of refusal or absence still stands: those who were sampled have withdrawn it. */
const MISSED: ReadonlySet<RowFigure> = new Set(['missed', 'refused', 'absent']);

/** People of the list, building by building. */
async function readListed(
  tx: AreaTx,
  doors: TestingDoors,
  asked: RowsAsked,
  where: RawBuilder<unknown>,
): Promise<FigureRows> {
  const building = asked.buildingId ? sql`e.building_id = ${asked.buildingId}` : sql`true`;
  const { rows } = await sql<Page<BarePerson>>`
    select e.id, e.resident_id, e.reason, null::uuid as lane_id, null::float8 as at, null as by, null as method,
      null::uuid as tube_id, null as tube_code, count(*) over ()::int4 as total
    from testing.expected e
    where e.area_id = ${tx.areaId} and e.round_id = ${asked.roundId} and ${where} and ${building}
    order by e.building_id, e.id ${page(asked)}`.execute(tx.db);
  const missed = MISSED.has(asked.figure) ? rows.map(({ id }) => id) : [];
  return named(tx, doors, rows, await latestRefusals(tx, missed));
}

async function named(
  tx: AreaTx,
  { people }: TestingDoors,
  rows: readonly Page<BarePerson>[],
  refusals: ReadonlyMap<string, RefusalRecord> = new Map(),
): Promise<FigureRows> {
  const ids = rows.flatMap(({ residentId }) => (residentId === null ? [] : [residentId]));
  const cards = await people.residentsByIds(tx, ids);
  return {
    of: 'people',
    total: totalOf(rows),
    rows: rows.map(({ total: _, ...row }) => {
      const card = row.residentId === null ? undefined : cards.get(row.residentId);
      const said = refusals.get(row.id);
      return {
        ...row,
        refusal: said ? { kind: said.kind, reason: said.reason, note: said.note, at: said.at } : null,
        name: card?.nameMask ?? null,
        place: card ? placeOf(card) : null,
      };
    }),
  };
}
