import { sql } from 'kysely';
import { findDiscrepancies } from '#kernel/command/server/discrepancy-store.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { selectByKeys, selectRows } from '#kernel/db/select.ts';
import { loadSettings } from '#kernel/settings/server/store.ts';
import { settingAt } from '#kernel/settings/setting.ts';
import { listDevices } from '#kernel/sync/server/device-store.ts';
import { settings } from '../contract/settings.ts';
import type { TestingCommand } from '../domain/command.ts';
import { expectedId } from '../domain/expected-id.ts';
import { createTestingState, type ListedPerson, type TestingState } from '../domain/state.ts';
import { unsyncedDevices } from '../domain/unsynced.ts';
import { loadCallUps } from './call-up/load-call-up.ts';
import type { TestingDoors } from './doors.ts';
import { loadHandover } from './handover/load.ts';
import { loadField } from './load-field.ts';
import { loadRounds } from './load-rounds.ts';
import { loadMissed } from './missed/load.ts';
import { loadFollowUps } from './missed/load-follow-up.ts';
import { Needs } from './needs.ts';
import { peopleOfRound } from './plan/scope.ts';
import { toSample } from './sample-codes.ts';
import { loadSampling } from './sampling/load.ts';
import { loadSetUp } from './set-up/store.ts';
import { loadSupplies } from './supply/load-supplies.ts';
import {
  expectedTable,
  laneTable,
  missedTable,
  plannedTable,
  resultTable,
  sampleTable,
  scopeListTable,
  siteTable,
} from './tables.ts';

/**
 * Everything a batch needs, in a few set-based queries. A batch of scans, the hot path, takes four in one trip:
 * rounds with their lanes, earlier samples, tubes, and one that looks up the list, taken ids and packed codes
 * together; the rest is asked for only when a command of its kind is there.
 */
export async function load(
  tx: AreaTx,
  doors: TestingDoors,
  commands: readonly TestingCommand[],
): Promise<TestingState> {
  const state = createTestingState();
  const needs = Needs.of(commands);
  await loadDiscrepancies(tx, state, needs);
  await Promise.all([
    loadRounds(tx, state, [...needs.rounds]),
    loadPlan(tx, state, needs),
    loadNeededSettings(tx, state, needs),
    loadResults(tx, state, needs),
    loadField(tx, state, needs),
    loadHandover(tx, doors, state, commands),
    loadSetUp(tx, state, commands),
    loadSupplies(tx, state, commands),
  ]);
  await loadSampling(tx, state, needs);
  await loadStanding(tx, doors, state, commands);
  await loadCallUps(tx, doors, state, needs);
  await loadPeople(tx, doors, state, needs);
  await loadDevices(tx, state, needs, commands);
  await loadFollowUps(tx, state, commands);
  await loadMissed(tx, doors, state, needs, commands);
  return state;
}

/**
 * Somebody scanned who is on no list may have been merged since the phone heard of the list. Asked for only then: the
 * hot path finds everybody.
 */
async function loadStanding(
  tx: AreaTx,
  { people }: TestingDoors,
  state: TestingState,
  commands: readonly TestingCommand[],
): Promise<void> {
  const lost = commands.flatMap(({ kind, body }) => {
    if (kind !== 'testing.sample' && kind !== 'testing.record-refusal') return [];
    if (body.residentId === null) return [];
    const { roundId, residentId } = body;
    return state.expected.get(expectedId(roundId, residentId)) ? [] : [{ roundId, residentId }];
  });
  if (lost.length === 0) return;
  const ids = lost.map(({ residentId }) => residentId);
  for (const [merged, standing] of await people.standingIds(tx, ids)) state.standing.set(merged, standing);
  const places = lost.flatMap(({ roundId, residentId }) => {
    const standing = state.standing.get(residentId);
    return standing === undefined ? [] : [expectedId(roundId, standing)];
  });
  state.expected.load(await selectByKeys(tx, expectedTable, { id: places }));
  const samples = await selectByKeys(tx, sampleTable, { place_id: places });
  state.samples.load(samples.map((row) => toSample(tx, row)));
  const residents = lost.map(({ residentId }) => state.standing.get(residentId) ?? residentId);
  state.missed.load(await selectByKeys(tx, missedTable, { resident_id: residents }));
}

async function loadDiscrepancies(tx: AreaTx, state: TestingState, needs: Needs): Promise<void> {
  if (needs.discrepancies.size === 0) return;
  for (const found of await findDiscrepancies(tx, [...needs.discrepancies])) {
    const { id, code, subjects, settledAt } = found;
    state.discrepancies.set(id, { id, code, subjects, settled: settledAt !== null });
    needs.addSubjects(subjects);
  }
}

async function loadNeededSettings(tx: AreaTx, state: TestingState, needs: Needs): Promise<void> {
  if (needs.settings) state.settings = await loadSettings(tx);
}

async function loadResults(tx: AreaTx, state: TestingState, needs: Needs): Promise<void> {
  state.results.load(
    await selectByKeys(tx, resultTable, { id: needs.resultIds, tube_code: needs.resultCodes }),
  );
}

/** A plan's own sites and lanes, those of the same ids elsewhere, and which lanes hold something. */
async function loadPlan(tx: AreaTx, state: TestingState, needs: Needs): Promise<void> {
  const roundIds = [...needs.usedLanesOf];
  if (roundIds.length === 0) return;
  const mine = (ids: ReadonlySet<string>) =>
    sql`(round_id = any(${roundIds}::uuid[]) or id = any(${[...ids]}::uuid[]))`;
  state.scopeLists.load(await selectByKeys(tx, scopeListTable, { id: needs.scopeLists }));
  state.sites.load(await selectRows(tx, siteTable, mine(needs.sites)));
  state.lanes.load(await selectRows(tx, laneTable, mine(needs.lanes)));
  const { rows } = await sql<{ laneId: string }>`
    select lane_id from testing.sample where area_id = ${tx.areaId} and round_id = any(${roundIds}::uuid[])
    union
    select lane_id from testing.tube where area_id = ${tx.areaId} and round_id = any(${roundIds}::uuid[])`.execute(
    tx.db,
  );
  for (const { laneId } of rows) state.usedLanes.add(laneId);
}

async function loadPeople(tx: AreaTx, doors: TestingDoors, state: TestingState, needs: Needs): Promise<void> {
  for (const [roundId, at] of needs.scopeOf) {
    await loadPlanned(tx, doors, state, roundId);
    const round = state.rounds.get(roundId);
    if (round) state.scopePeople.set(roundId, (await peopleOfRound(tx, doors, round, at)).map(listed));
  }
  if (needs.people.size === 0) return;
  for (const [id, card] of await doors.people.residentsByIds(tx, [...needs.people])) {
    if (card.endedAt === null) state.people.set(id, listed(card));
  }
}

async function loadPlanned(
  tx: AreaTx,
  { people }: TestingDoors,
  state: TestingState,
  roundId: string,
): Promise<void> {
  const planned = await selectRows(tx, plannedTable, sql`round_id = ${roundId}`);
  state.planned.load(planned);
  const ids = planned.map(({ residentId }) => residentId);
  if (ids.length === 0) return;
  for (const [merged, standing] of await people.standingIds(tx, ids)) state.standing.set(merged, standing);
}

const listed = (card: { id: string; buildingId: string; away: boolean }): ListedPerson => ({
  residentId: card.id,
  buildingId: card.buildingId,
  away: card.away,
});

async function loadDevices(
  tx: AreaTx,
  state: TestingState,
  needs: Needs,
  commands: readonly TestingCommand[],
): Promise<void> {
  if (needs.devicesOf.size === 0) return;
  const devices = await listDevices(tx);
  for (const { kind, at, body, deviceId } of commands) {
    const openedAt = state.rounds.get(body.roundId)?.openedAt;
    if (kind !== 'testing.close-round' || !openedAt) continue;
    const silentMinutes = settingAt(settings.silentMinutes, state.settings, at).value;
    // The device that closes has just spoken.
    const silent = unsyncedDevices(devices, openedAt, at, silentMinutes).filter(({ id }) => id !== deviceId);
    state.unsyncedDevices.set(
      body.roundId,
      silent.map(({ id }) => id),
    );
  }
}
