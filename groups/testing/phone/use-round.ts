import { useProjection } from '#kernel/sync/client/hooks.ts';
import type { Lane, Round, Site } from '../contract.ts';
import { type PhoneRound, type PhoneState, phoneRound, projection } from './projection.ts';

/** The whole state, drawn again when anything of it moves: it is changed in place, so a new wrapper marks each look. */
export const useTesting = (): PhoneState => useProjection(projection, (state) => ({ state })).state;

/** A lane of a downloaded round, with all a screen at that lane needs; null while it is not on this phone. */
export interface AtLane {
  readonly state: PhoneState;
  readonly round: PhoneRound;
  readonly site: Site;
  readonly lane: Lane;
}

export function useLane(params: Readonly<Record<string, string>>): AtLane | null {
  const state = useTesting();
  const { roundId = '', laneId = '' } = params;
  const round = phoneRound(state, roundId);
  const lane = state.testing.lanes.get(laneId);
  const site = lane ? state.testing.sites.get(lane.siteId) : undefined;
  if (!round || !lane || !site || lane.roundId !== round.round.id) return null;
  return { state, round, site, lane };
}

/** Sites with their lanes in the order of the plan; what was taken out of it is left out. */
export function lanesOf(
  state: PhoneState,
  round: Round,
): readonly { readonly site: Site; readonly lane: Lane }[] {
  const order = <T extends { readonly sort: number; readonly removedAt: number | null }>(rows: T[]): T[] =>
    rows.filter((row) => row.removedAt === null).sort((a, b) => a.sort - b.sort);
  const lanes = order(state.testing.lanes.by('round', round.id));
  return order(state.testing.sites.by('round', round.id)).flatMap((site) =>
    lanes.filter((lane) => lane.siteId === site.id).map((lane) => ({ site, lane })),
  );
}
