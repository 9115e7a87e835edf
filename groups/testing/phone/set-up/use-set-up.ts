import { useProjection } from '#kernel/sync/client/hooks.ts';
import type { SetUpCheck, SetUpPoint } from '../../contract/set-up-rows.ts';
import type { SetUpRoundRow, SetUpSiteRow } from '../../contract/set-up-sync.ts';
import { inOrder, type PointState, stateOf } from '../../domain/set-up/standing.ts';
import { type PhoneSetUp, setUpProjection } from './projection.ts';

/** A point with all that was said of it, as far as this phone knows. */
export interface PointHere {
  readonly point: SetUpPoint;
  readonly state: PointState;
  /** Earliest first. */
  readonly checks: readonly SetUpCheck[];
  /** The server has not confirmed the latest. */
  readonly pending: boolean;
}

export interface SiteHere {
  readonly round: SetUpRoundRow;
  readonly site: SetUpSiteRow;
  /** In the list's order. */
  readonly points: readonly PointHere[];
  readonly open: number;
}

/** Sites of rounds that are not over, in the order of rounds and plan; those without a list are left out. */
export function useSites(): readonly SiteHere[] {
  return useProjection(setUpProjection, sitesOf);
}

export function useSite(params: Readonly<Record<string, string>>): SiteHere | null {
  const { roundId, siteId } = params;
  return useSites().find(({ round, site }) => round.id === roundId && site.id === siteId) ?? null;
}

export function sitesOf(state: PhoneSetUp): readonly SiteHere[] {
  const sites = [...state.sites.values()].filter(({ removedAt }) => removedAt === null);
  return [...state.rounds.values()]
    .filter((round) => round.state !== 'closed')
    .sort((a, b) => (a.id < b.id ? 1 : -1))
    .flatMap((round) =>
      sites
        .filter(({ roundId }) => roundId === round.id)
        .sort((a, b) => a.sort - b.sort)
        .map((site): SiteHere => {
          const points = pointsOf(state, site.id);
          return { round, site, points, open: points.filter((point) => point.state === 'open').length };
        }),
    )
    .filter(({ points }) => points.length > 0);
}

function pointsOf({ setUp }: PhoneSetUp, siteId: string): PointHere[] {
  return setUp.points
    .by('site', siteId)
    .filter(({ removedAt }) => removedAt === null)
    .sort((a, b) => a.sort - b.sort)
    .map((point) => {
      const checks = inOrder(setUp.checks.by('point', point.id));
      const latest = checks.at(-1);
      const pending = latest !== undefined && setUp.checks.isChanged(latest.id);
      return { point, state: stateOf(point, checks), checks, pending };
    });
}
