import { sql } from 'kysely';
import type { Discrepancy } from '#kernel/command/server/discrepancy-store.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import type { TestingProblem } from '../contract/problems.ts';
import type { DiscrepancySide, DiscrepancyView } from '../contract/queries.ts';
import { RESOLUTIONS_OF } from '../contract/settlement.ts';
import type { TestingDoors } from './doors.ts';
import { placeOf } from './place.ts';
import { findRoundDiscrepancies } from './store-discrepancies.ts';

/** Discrepancies with both sides told in lanes, tubes, boxes and people, in a few queries for the whole page. */
export async function readDiscrepancies(
  tx: AreaTx,
  doors: TestingDoors,
  asked: { readonly roundId: string; readonly open: boolean; readonly limit: number },
): Promise<DiscrepancyView[]> {
  const found = await findRoundDiscrepancies(tx, asked.roundId, asked.open, asked.limit);
  const sides = await readSides(tx, asked.roundId, found);
  const names = await doors.members.names(tx, [
    ...new Set([...sides.values()].flatMap(({ by }) => by ?? [])),
  ]);
  const residents = found.flatMap(({ subjects }) => subjects.residentId ?? []);
  const cards = await doors.people.residentsByIds(tx, residents);
  return found.map((row) => {
    const { id, code, problem, subjects, raisedAt, settledAt, settledBy, resolution, note } = row;
    const card = cards.get(subjects.residentId ?? '');
    return {
      id,
      code,
      details: { ...problem.details },
      raisedAt,
      settledAt,
      settledBy,
      resolution,
      note,
      resolutions: [...(RESOLUTIONS_OF[code.replace(/^testing\./, '') as TestingProblem] ?? [])],
      person: subjects.residentId
        ? {
            residentId: subjects.residentId,
            name: card?.nameMask ?? null,
            place: card ? placeOf(card) : null,
          }
        : null,
      sides: sideIds(row)
        .flatMap((sideId) => sides.get(sideId) ?? [])
        .sort((a, b) => (a.at ?? 0) - (b.at ?? 0) || (idOf(a) < idOf(b) ? -1 : 1))
        .map((side) => ({ ...side, byName: names.get(side.by ?? '') ?? null })),
    };
  });
}

const idOf = (side: DiscrepancySide): string => side.sampleId ?? side.packingId ?? side.tubeId ?? '';

/** The two rows that contradict each other: samples before packings before tubes, as the problem was raised. */
function sideIds({ subjects }: Discrepancy): string[] {
  const { sampleId, otherSampleId, packingId, otherPackingId, tubeId, otherTubeId } = subjects;
  const pairs = [
    [sampleId, otherSampleId],
    [packingId, otherPackingId],
    [tubeId, otherTubeId],
  ];
  const pair = pairs.find(([one]) => one !== undefined) ?? [];
  return pair.flatMap((id) => id ?? []);
}

type Side = Omit<DiscrepancySide, 'byName'>;

async function readSides(
  tx: AreaTx,
  roundId: string,
  found: readonly Discrepancy[],
): Promise<ReadonlyMap<string, DiscrepancySide>> {
  const ids = found.flatMap(sideIds);
  if (ids.length === 0) return new Map();
  const key = sql`area_id = ${tx.areaId} and round_id = ${roundId} and id = any(${ids}::uuid[])`;
  const { rows } = await sql<Side>`
    with side as (
      select id, id as sample_id, null::uuid as packing_id, tube_id, lane_id, null::uuid as box_id, at, by, voided_at
      from testing.sample where ${key}
      union all
      select id, null, id, tube_id, null, box_id, at, by, voided_at from testing.packing where ${key}
      union all
      select id, null, null, id, lane_id, box_id, opened_at, opened_by, voided_at from testing.tube where ${key}
    )
    select s.sample_id, s.packing_id, s.tube_id, t.code as tube_code, t.count as tube_count, b.code as box_code,
      l.name as lane, site.name as site, s.at, s.by, s.voided_at is not null as voided
    from side s
    left join testing.tube t on t.area_id = ${tx.areaId} and t.round_id = ${roundId} and t.id = s.tube_id
    left join testing.box b on b.area_id = ${tx.areaId} and b.round_id = ${roundId} and b.id = s.box_id
    left join testing.lane l on l.area_id = ${tx.areaId} and l.id = s.lane_id
    left join testing.site site on site.area_id = ${tx.areaId} and site.id = l.site_id`.execute(tx.db);
  return new Map(rows.map((row) => [idOf({ ...row, byName: null }), { ...row, byName: null }]));
}
