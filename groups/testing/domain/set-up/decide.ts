import { accept, refusal, type TestingCommand, type TestingDecision } from '../command.ts';
import type { SetUpWorld } from './state.ts';

/** The leader's lists, whole: whatever a site's list leaves out is taken off it, also in a round that runs. */
export function decideSetCheckList(
  world: SetUpWorld,
  { body }: TestingCommand<'testing.set-check-list'>,
): TestingDecision {
  const { roundId, sites } = body;
  const round = world.rounds.get(roundId);
  if (!round) return refusal('no-such-round');
  if (round.state === 'closed') return refusal('set-up-over');
  for (const { siteId } of sites) {
    const site = world.sites.get(siteId);
    if (site?.roundId !== roundId || site.removedAt !== null) return refusal('no-such-site');
  }
  if (!idsAreFree(world, body)) return refusal('id-taken');
  return accept([{ type: 'testing.check-list-set', data: { roundId, sites } }]);
}

/** What somebody at the site says. Also of a point taken off the list meanwhile: it was looked at all the same. */
export function decideCheckPoint(
  world: SetUpWorld,
  { body }: TestingCommand<'testing.check-point'>,
): TestingDecision {
  const { setUp } = world;
  const { roundId, pointId, checkId } = body;
  const point = setUp.points.get(pointId);
  if (point?.roundId !== roundId) return refusal('no-such-point');
  if (setUp.checks.get(checkId)) return refusal('id-taken');
  return accept([{ type: 'testing.point-checked', data: { ...body, siteId: point.siteId } }]);
}

/** A point keeps its id within its site; an id of another site's, or given twice, is a mistake. */
function idsAreFree(
  { setUp }: SetUpWorld,
  { sites }: TestingCommand<'testing.set-check-list'>['body'],
): boolean {
  const ids = sites.flatMap(({ points }) => points.map(({ pointId }) => pointId));
  const siteIds = sites.map(({ siteId }) => siteId);
  const twice = new Set(ids).size !== ids.length || new Set(siteIds).size !== siteIds.length;
  return (
    !twice &&
    sites.every(({ siteId, points }) =>
      points.every(({ pointId }) => (setUp.points.get(pointId)?.siteId ?? siteId) === siteId),
    )
  );
}
