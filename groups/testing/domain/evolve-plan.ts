import type { Stamp } from '#kernel/command/module.ts';
import type { SitePlan } from '../contract/commands.ts';
import type { EventData } from '../contract/events.ts';
import type { Excuse, ExpectedStatus, Scope } from '../contract/rows.ts';
import { expectedId } from './expected-id.ts';
import { placesOf } from './plan/scope.ts';
import type { TestingState } from './state.ts';

export function roundCreated(
  state: TestingState,
  data: EventData<'testing.round-created'>,
  stamp: Stamp,
): void {
  const { roundId: id, name, mode, poolRatio, scope, tubeSeries, sites } = data;
  state.rounds.put({
    id,
    name,
    mode,
    poolRatio,
    scope: placesOf(scope),
    tubeSeries,
    state: 'draft',
    createdAt: stamp.at,
    openedAt: null,
    closedAt: null,
    revisedAt: null,
    version: stamp.version,
  });
  setSites(state, id, sites, stamp);
  setList(state, id, scope, stamp);
}

/** Most rounds have no list, and then no row. */
function setList(state: TestingState, id: string, { residentIds }: Scope, { version }: Stamp): void {
  if (residentIds.length > 0 || state.scopeLists.get(id)) state.scopeLists.put({ id, residentIds, version });
}

export function roundChanged(
  state: TestingState,
  data: EventData<'testing.round-changed'>,
  stamp: Stamp,
): void {
  const { roundId, sites, scope, ...plan } = data;
  const round = state.rounds.get(roundId);
  if (!round) return;
  const places = scope === null ? round.scope : placesOf(scope);
  state.rounds.put({ ...round, ...plan, scope: places, version: stamp.version });
  if (scope) setList(state, roundId, scope, stamp);
  if (sites) setSites(state, roundId, sites, stamp);
}

/** The plan's sites and lanes in its order; what it leaves out is removed, what it names again comes back. */
function setSites(state: TestingState, roundId: string, plan: SitePlan, { at, version }: Stamp): void {
  for (const [sort, { siteId, name, lanes }] of plan.entries()) {
    state.sites.put({ id: siteId, roundId, name, sort, removedAt: null, version });
    for (const [laneSort, lane] of lanes.entries()) {
      state.lanes.put({
        id: lane.laneId,
        roundId,
        siteId,
        name: lane.name,
        sort: laneSort,
        removedAt: null,
        version,
      });
    }
  }
  const kept = new Set(plan.flatMap(({ siteId, lanes }) => [siteId, ...lanes.map((lane) => lane.laneId)]));
  const leftOut = <Row extends { readonly id: string; readonly removedAt: number | null }>(
    row: Row,
  ): boolean => row.removedAt === null && !kept.has(row.id);
  for (const site of state.sites.by('round', roundId).filter(leftOut)) {
    state.sites.put({ ...site, removedAt: at, version });
  }
  for (const lane of state.lanes.by('round', roundId).filter(leftOut)) {
    state.lanes.put({ ...lane, removedAt: at, version });
  }
}

export function roundOpened(
  state: TestingState,
  data: EventData<'testing.round-opened'>,
  stamp: Stamp,
): void {
  const { roundId, buildings } = data;
  const round = state.rounds.get(roundId);
  if (!round) return;
  state.rounds.put({ ...round, state: 'open', openedAt: stamp.at, version: stamp.version });
  for (const { buildingId, expected, away, excused } of buildings) {
    for (const id of expected) putExpected(state, roundId, id, buildingId, 'expected', null, stamp);
    for (const id of away) putExpected(state, roundId, id, buildingId, 'away', 'away', stamp);
    for (const { residentId, status, reason } of excused) {
      putExpected(state, roundId, residentId, buildingId, status, reason, stamp);
    }
  }
}

export function roundClosed(
  state: TestingState,
  data: EventData<'testing.round-closed'>,
  stamp: Stamp,
): void {
  const round = state.rounds.get(data.roundId);
  if (round) state.rounds.put({ ...round, state: 'closed', closedAt: stamp.at, version: stamp.version });
}

export function expectationSet(
  state: TestingState,
  { roundId, status, reason, people }: EventData<'testing.expectation-set'>,
  stamp: Stamp,
): void {
  for (const { residentId, buildingId } of people) {
    putExpected(state, roundId, residentId, buildingId, status, reason, stamp);
  }
}

export function expectationPlanned(
  state: TestingState,
  { roundId, status, reason, residentIds }: EventData<'testing.expectation-planned'>,
  { version }: Stamp,
): void {
  for (const residentId of residentIds) {
    const id = expectedId(roundId, residentId);
    state.planned.put({ id, roundId, residentId, status, reason, version });
  }
}

function putExpected(
  state: TestingState,
  roundId: string,
  residentId: string,
  buildingId: string,
  status: ExpectedStatus,
  reason: Excuse | null,
  { version }: Stamp,
): void {
  const id = expectedId(roundId, residentId);
  state.expected.put({ id, roundId, residentId, buildingId, status, reason, version });
}
