/** What a round needs of places and hands, by the area's settings. Counts of whole sites, lanes and people. */
export interface Force {
  readonly sites: number;
  readonly lanes: number;
  readonly samplers: number;
  readonly registrars: number;
  /** Entrance, waiting, guiding, packing, disinfection: at the site, not at a lane. */
  readonly helpers: number;
}

export interface ForceRules {
  readonly peoplePerSite: number;
  readonly peoplePerSampler: number;
  readonly samplersPerLane: number;
  readonly registrarsPerLane: number;
  readonly helpersPerSite: number;
}

/** For so many awaited people: samplers by the norm, as many lanes as they fill, sites by the norm. */
export function forceFor(people: number, rules: ForceRules): Force {
  const samplers = Math.ceil(people / rules.peoplePerSampler);
  const lanes = Math.ceil(samplers / rules.samplersPerLane);
  return staffed(Math.ceil(people / rules.peoplePerSite), lanes, rules);
}

/** The hands that so many sites and lanes take. */
export function staffed(sites: number, lanes: number, rules: ForceRules): Force {
  return {
    sites,
    lanes,
    samplers: lanes * rules.samplersPerLane,
    registrars: lanes * rules.registrarsPerLane,
    helpers: sites * rules.helpersPerSite,
  };
}

export const staffOf = ({ samplers, registrars, helpers }: Force): number => samplers + registrars + helpers;
