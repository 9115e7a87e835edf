import type { AreaTx } from '#kernel/db/area-tx.ts';
import { loadSettings } from '#kernel/settings/server/store.ts';
import { settingAt } from '#kernel/settings/setting.ts';
import { listDevices } from '#kernel/sync/server/device-store.ts';
import type { Board, BoardBuilding } from '../contract/queries.ts';
import type { Figures } from '../contract/reconciliation.ts';
import type { Lane, Round, Site } from '../contract/rows.ts';
import { settings } from '../contract/settings.ts';
import { sumFigures } from '../domain/reconcile.ts';
import type { CoverageCount, RoundCounts } from '../domain/round-counts.ts';
import { type UnsyncedDevice, unsyncedDevices } from '../domain/unsynced.ts';
import type { TestingDoors } from './doors.ts';
import { LaneBook } from './lane-book.ts';
import { headOf } from './round-head.ts';
import { countRefusals } from './sampling/refusals.ts';
import { countDiscrepancies } from './store-discrepancies.ts';
import { countPacked, countRound, countWithdrawn } from './store-figures.ts';
import { getRound, lanesOf, sitesOf } from './store-rounds.ts';

/**
 * The whole board out of one view of the area.
 * @param countsOf counts in the database where nothing is given: a transaction that writes must not lead a kept book on
 */
export async function readBoard(
  tx: AreaTx,
  doors: TestingDoors,
  roundId: string,
  now: number,
  countsOf: (tx: AreaTx, round: Round) => Promise<RoundCounts> = countRound,
): Promise<Board> {
  const round = await getRound(tx, roundId);
  const [sites, lanes, counts, withdrawn, packed, discrepancies, unsynced] = await Promise.all([
    sitesOf(tx, roundId),
    lanesOf(tx, roundId),
    countsOf(tx, round),
    countWithdrawn(tx, roundId),
    countPacked(tx, roundId),
    countDiscrepancies(tx, roundId),
    readUnsynced(tx, round, now),
  ]);
  const { people } = counts;
  const { unknownPackings, open, sealed } = packed;
  const shownSites = boardSites(sites, lanes, new LaneBook(counts.lanes, withdrawn));
  const total = sumFigures(shownSites.map((site) => site.figures));
  const buildings = await boardBuildings(tx, doors, roundId, counts.coverage);
  return {
    round: headOf(round),
    sites: shownSites,
    total,
    people,
    repeats: total.inTubes - people,
    unknownPackings,
    boxes: { open, sealed },
    coverage: sumCoverage(buildings),
    buildings,
    discrepancies,
    unsyncedDevices: unsynced.length,
  };
}

function boardSites(sites: readonly Site[], lanes: readonly Lane[], book: LaneBook): Board['sites'] {
  return sites.flatMap((site) => {
    const own = lanes
      .filter((lane) => lane.siteId === site.id)
      .map((lane) => ({
        laneId: lane.id,
        name: lane.name,
        removed: lane.removedAt !== null,
        figures: book.figuresOf(lane.id),
        differences: book.differencesOf(lane.id),
      }))
      .filter((lane) => !lane.removed || holdsAnything(lane.figures));
    if (site.removedAt !== null && own.length === 0) return [];
    const figures = sumFigures(own.map((lane) => lane.figures));
    return [{ siteId: site.id, name: site.name, removed: site.removedAt !== null, figures, lanes: own }];
  });
}

const holdsAnything = (figures: Figures): boolean => Object.values(figures).some((count) => count > 0);

/** In address order. */
async function boardBuildings(
  tx: AreaTx,
  { places }: TestingDoors,
  roundId: string,
  counts: readonly CoverageCount[],
): Promise<BoardBuilding[]> {
  const said = new Map((await countRefusals(tx, roundId)).map((count) => [count.buildingId, count]));
  const labels = await places.buildingLabels(
    tx,
    counts.map((count) => count.buildingId),
  );
  const sortOf = (id: string): string => labels.get(id)?.sort ?? '';
  return counts
    .map((count) => ({
      ...count,
      missed: count.expected - count.sampled,
      refused: said.get(count.buildingId)?.refused ?? 0,
      absent: said.get(count.buildingId)?.absent ?? 0,
      compound: labels.get(count.buildingId)?.compound ?? '',
      building: labels.get(count.buildingId)?.label ?? '',
    }))
    .sort(
      (a, b) =>
        compareText(a.compound, b.compound) || compareText(sortOf(a.buildingId), sortOf(b.buildingId)),
    );
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function sumCoverage(rows: readonly Board['coverage'][]): Board['coverage'] {
  const sum = { expected: 0, sampled: 0, missed: 0, refused: 0, absent: 0, away: 0, exempt: 0 };
  for (const row of rows) for (const key of Object.keys(sum) as (keyof typeof sum)[]) sum[key] += row[key];
  return sum;
}

/** Phones that may hold work of an open round; none once it is closed: what arrives later revises the figures. */
export async function readUnsynced(
  tx: AreaTx,
  round: Round,
  now: number,
): Promise<readonly UnsyncedDevice[]> {
  if (round.state !== 'open' || round.openedAt === null) return [];
  const silentMinutes = settingAt(settings.silentMinutes, await loadSettings(tx), now).value;
  return unsyncedDevices(await listDevices(tx), round.openedAt, now, silentMinutes);
}
