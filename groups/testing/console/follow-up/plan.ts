import type { TestingBodies } from '../../contract/commands.ts';
import type { FollowUpPurpose } from '../../contract/follow-up-rows.ts';
import type { RoundMode, TubeSeries } from '../../contract/rows.ts';

export interface FollowUpFields {
  readonly name: string;
  readonly where: 'door' | 'site';
  /** Teams that go to doors; each is a lane. */
  readonly teams: number;
  /** Sites of the round it is made of, by id. */
  readonly siteIds: readonly string[];
}

/** The round it is made of. */
export interface Origin {
  readonly round: { readonly mode: RoundMode; readonly poolRatio: number };
  readonly tubeSeries: TubeSeries;
  readonly sites: readonly {
    readonly siteId: string;
    readonly name: string;
    readonly lanes: readonly { readonly name: string }[];
  }[];
}

export interface PlanWords {
  readonly door: string;
  readonly team: (number: number) => string;
}

type Plan = NonNullable<TestingBodies['testing.follow-up']['plan']>;

/** Recalled people singly, missed ones as before; at some of the same sites, or from door to door. */
export function followUpPlan(
  purpose: FollowUpPurpose,
  origin: Origin,
  { name, where, teams, siteIds }: FollowUpFields,
  newId: () => string,
  words: PlanWords,
): Plan {
  const { mode, poolRatio } = origin.round;
  const way = purpose === 'recall' ? { mode: 'single' as const, poolRatio: 1 } : { mode, poolRatio };
  const lane = (laneName: string) => ({ laneId: newId(), name: laneName });
  const door = {
    siteId: newId(),
    name: words.door,
    lanes: Array.from({ length: teams }, (_, i) => lane(words.team(i + 1))),
  };
  const sites = origin.sites
    .filter(({ siteId }) => siteIds.includes(siteId))
    .map((site) => ({ siteId: newId(), name: site.name, lanes: site.lanes.map((one) => lane(one.name)) }));
  return { name, ...way, tubeSeries: { ...origin.tubeSeries }, sites: where === 'door' ? [door] : sites };
}
