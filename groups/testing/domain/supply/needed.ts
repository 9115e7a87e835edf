/** What a lane needs of the three kinds that follow from people and hands. */
export interface LaneNeed {
  readonly laneId: string;
  /** Awaited people that fall to the lane when all take the same share. */
  readonly people: number;
  readonly swab: number;
  readonly tube: number;
  readonly suit: number;
}

export interface NeedRules {
  readonly samplersPerLane: number;
  readonly registrarsPerLane: number;
  readonly helpersPerSite: number;
  readonly suitsPerStaff: number;
  readonly reservePercent: number;
}

/**
 * @param lanes in the order of the plan; the suits of a site's helpers are counted at its first lane
 * @param ratio people a tube
 */
export function neededAt(
  people: number,
  ratio: number,
  lanes: readonly { readonly laneId: string; readonly siteId: string }[],
  rules: NeedRules,
): readonly LaneNeed[] {
  const sites = new Set<string>();
  return lanes.map(({ laneId, siteId }, i) => {
    const share = shareOf(people, lanes.length, i);
    const helpers = sites.has(siteId) ? 0 : rules.helpersPerSite;
    sites.add(siteId);
    const hands = rules.samplersPerLane + rules.registrarsPerLane + helpers;
    const reserved = (pieces: number) => Math.ceil((pieces * (100 + rules.reservePercent)) / 100);
    return {
      laneId,
      people: share,
      swab: reserved(share),
      tube: reserved(Math.ceil(share / ratio)),
      suit: reserved(hands * rules.suitsPerStaff),
    };
  });
}

/** Equal shares; what does not divide goes to the first ones, so that the shares make up the whole. */
function shareOf(people: number, parts: number, index: number): number {
  const base = Math.floor(people / parts);
  return base + (index < people - base * parts ? 1 : 0);
}
