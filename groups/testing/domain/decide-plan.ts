import { labPatternProblem } from '#core/codes/contract.ts';
import type { Problem } from '#kernel/problem/problem.ts';
import { problem } from '#kernel/problem/problem.ts';
import type { SitePlan } from '../contract/commands.ts';
import { problems } from '../contract/problems.ts';
import type { RoundMode, TubeSeries } from '../contract/rows.ts';
import { settings } from '../contract/settings.ts';
import { accept, refusal, type TestingCommand, type TestingDecision } from './command.ts';
import { openList } from './plan/open-list.ts';
import { wholeScope } from './plan/scope.ts';
import type { TestingState } from './state.ts';

export function decideCreateRound(
  state: TestingState,
  { body }: TestingCommand<'testing.create-round'>,
): TestingDecision {
  if (state.rounds.get(body.roundId)) return refusal('id-taken');
  const fault = ratioFault(body.mode, body.poolRatio) ?? seriesFault(body.tubeSeries);
  if (fault) return { refused: fault };
  if (!idsAreFree(state, body.roundId, body.sites)) return refusal('id-taken');
  return accept([{ type: 'testing.round-created', data: { ...body, scope: wholeScope(body.scope) } }]);
}

/** What is decided before the opening (mode, ratio, scope, labels) stays fixed afterwards: people queue by it. */
export function decideChangeRound(
  state: TestingState,
  { body }: TestingCommand<'testing.change-round'>,
): TestingDecision {
  const round = state.rounds.get(body.roundId);
  if (!round) return refusal('no-such-round');
  const changesPlan = body.mode ?? body.poolRatio ?? body.scope ?? body.tubeSeries;
  if (round.state === 'closed' || (round.state === 'open' && changesPlan !== undefined)) {
    return refusal('not-draft');
  }
  const { name, mode, poolRatio, tubeSeries } = { ...round, ...definedOf(body) };
  const fault = ratioFault(mode, poolRatio) ?? seriesFault(tubeSeries);
  if (fault) return { refused: fault };
  const sites = body.sites ?? null;
  if (sites) {
    if (!idsAreFree(state, round.id, sites)) return refusal('id-taken');
    const count = usedLanesLeftOut(state, round.id, sites);
    if (count > 0) return refusal('lane-in-use', { count });
    if (round.state === 'open' && !hasLane(sites)) return refusal('no-lanes');
  }
  const scope = body.scope ? wholeScope(body.scope) : null;
  const data = { roundId: round.id, name, mode, poolRatio, scope, tubeSeries, sites };
  return accept([{ type: 'testing.round-changed', data }]);
}

/** Freezes who is awaited: the living people of the scope, away and exempt ones apart. */
export function decideOpenRound(
  state: TestingState,
  { body }: TestingCommand<'testing.open-round'>,
): TestingDecision {
  const { roundId } = body;
  const round = state.rounds.get(roundId);
  if (!round) return refusal('no-such-round');
  if (round.state !== 'draft') return refusal('not-draft');
  if (!state.lanes.by('round', roundId).some((lane) => lane.removedAt === null)) return refusal('no-lanes');
  const people = state.scopePeople.get(roundId) ?? [];
  if (people.length === 0) return refusal('nobody-in-scope');
  const buildings = openList(people, state.planned.by('round', roundId), state.standing);
  if (buildings.every((list) => list.expected.length === 0)) return refusal('nobody-awaited');
  return accept([{ type: 'testing.round-opened', data: { roundId, buildings } }]);
}

/** Before the opening it is kept for the list to come; afterwards the list itself changes. */
export function decideSetExpectation(
  state: TestingState,
  { body }: TestingCommand<'testing.set-expectation'>,
): TestingDecision {
  const round = state.rounds.get(body.roundId);
  if (!round) return refusal('no-such-round');
  const people = [...new Set(body.residentIds)].map((id) => state.people.get(id));
  if (!people.every((person) => person !== undefined)) return refusal('no-such-resident');
  const { status } = body;
  const reason = body.status === 'expected' ? null : body.reason;
  if (round.state === 'draft') {
    const residentIds = people.map(({ residentId }) => residentId);
    const data = { roundId: round.id, status, reason, residentIds };
    return accept([{ type: 'testing.expectation-planned', data }]);
  }
  return accept([
    {
      type: 'testing.expectation-set',
      data: {
        roundId: round.id,
        status,
        reason,
        people: people.map(({ residentId, buildingId }) => ({ residentId, buildingId })),
      },
    },
  ]);
}

/** The norm's ratios only; a site's own idea of 12 in a tube is refused, since a laboratory would refuse the tube. */
function ratioFault(mode: RoundMode, ratio: number): Problem | null {
  const allowed: readonly number[] = mode === 'single' ? [1] : settings.poolRatio.allowed;
  return allowed.includes(ratio) ? null : problem(problems['ratio-not-allowed'], { ratio });
}

const seriesFault = (series: TubeSeries): Problem | null =>
  series.kind === 'lab' ? labPatternProblem(series.pattern) : null;

const hasLane = (sites: SitePlan): boolean => sites.some((site) => site.lanes.length > 0);

/** Sites and lanes keep their ids within their round; an id of another round's, or given twice, is a mistake. */
function idsAreFree(state: TestingState, roundId: string, sites: SitePlan): boolean {
  const siteIds = sites.map((site) => site.siteId);
  const laneIds = sites.flatMap((site) => site.lanes.map((lane) => lane.laneId));
  const foreign = [
    ...siteIds.map((id) => state.sites.get(id)),
    ...laneIds.map((id) => state.lanes.get(id)),
  ].some((row) => row !== undefined && row.roundId !== roundId);
  const twice = new Set(siteIds).size !== siteIds.length || new Set(laneIds).size !== laneIds.length;
  return !foreign && !twice;
}

function usedLanesLeftOut(state: TestingState, roundId: string, sites: SitePlan): number {
  const kept = new Set(sites.flatMap((site) => site.lanes.map((lane) => lane.laneId)));
  return state.lanes
    .by('round', roundId)
    .filter((lane) => lane.removedAt === null && !kept.has(lane.id) && state.usedLanes.has(lane.id)).length;
}

function definedOf<T extends object>(body: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const entries = Object.entries(body).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]?: Exclude<T[K], undefined> };
}
