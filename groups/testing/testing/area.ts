import { seededBytes, seededRandom } from '#kernel/time-id/random.ts';
import { uuidv7 } from '#kernel/time-id/uuid.ts';
import type { TestingBodies } from '../contract/commands.ts';

/** 8 a.m. in Shanghai on 17 April 2022. */
export const MORNING = Date.UTC(2022, 3, 17, 0, 0);
export const MINUTE = 60_000;

/** Mints ids that are the same in every run of the same seed. */
export function idSource(seed: number): (at?: number) => string {
  const bytes = seededBytes(seededRandom(seed));
  return (at = MORNING) => uuidv7(at, bytes);
}

export interface RoundOptions {
  readonly sites?: number;
  readonly lanesPerSite?: number;
  readonly poolRatio?: 5 | 10 | 20;
  readonly compoundIds?: readonly string[];
  readonly buildingIds?: readonly string[];
}

export type CreateRound = TestingBodies['testing.create-round'];

/** A pooled 1:10 round with two sites of three lanes each, unless told otherwise. */
export function aRound(newId: () => string, options: RoundOptions = {}): CreateRound {
  const { sites = 2, lanesPerSite = 3, poolRatio = 10 } = options;
  return {
    roundId: newId(),
    name: '4月17日第一轮',
    mode: 'pooled',
    poolRatio,
    scope: {
      compoundIds: [...(options.compoundIds ?? [])],
      buildingIds: [...(options.buildingIds ?? [newId()])],
    },
    tubeSeries: { kind: 'own' },
    sites: Array.from({ length: sites }, (_, site) => ({
      siteId: newId(),
      name: `${site + 1}号点`,
      lanes: Array.from({ length: lanesPerSite }, (_, lane) => ({ laneId: newId(), name: `${lane + 1}台` })),
    })),
  };
}

export const lanesOf = (round: CreateRound): string[] =>
  round.sites.flatMap((site) => site.lanes.map((lane) => lane.laneId));
