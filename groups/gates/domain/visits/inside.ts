import { isInside, type Visit } from '../../contract/visit-rows.ts';

/** How many people stand in a building, or in a compound, as far as register and gates know. */
export interface InsideCount {
  /** Residents who are neither away nor out. */
  readonly home: number;
  /** Went out through a gate and have not come back. Who is away as well is counted as away. */
  readonly out: number;
  /** Away by the register. */
  readonly away: number;
  /** Visitors inside: people, not visits. */
  readonly visitors: number;
}

export const NOBODY: InsideCount = { home: 0, out: 0, away: 0, visitors: 0 };

/** Residents in a building by the register. */
export interface Registered {
  readonly present: number;
  readonly away: number;
}

/**
 * Building by building.
 * @param outIn per building how many of its residents who are not away are out
 * @param visits those that go to no building are left out
 */
export function countInside(
  registered: ReadonlyMap<string, Registered>,
  outIn: ReadonlyMap<string, number>,
  visits: Iterable<Visit>,
): ReadonlyMap<string, InsideCount> {
  const visitors = visitorsBy(visits, (visit) => visit.buildingId);
  const counts = new Map<string, InsideCount>();
  for (const buildingId of new Set([...registered.keys(), ...visitors.keys()])) {
    const { present, away } = registered.get(buildingId) ?? { present: 0, away: 0 };
    const out = Math.min(outIn.get(buildingId) ?? 0, present);
    counts.set(buildingId, { home: present - out, out, away, visitors: visitors.get(buildingId) ?? 0 });
  }
  return counts;
}

/** People, not visits, by what the key says of a visit; visits of no key are left out. */
export function visitorsBy(
  visits: Iterable<Visit>,
  keyOf: (visit: Visit) => string | null,
): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const visit of visits) {
    const key = keyOf(visit);
    if (key !== null && isInside(visit)) sums.set(key, (sums.get(key) ?? 0) + visit.people);
  }
  return sums;
}
