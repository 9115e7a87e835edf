import type { BuildingCoverage } from '../contract/reconciliation.ts';
import type { Expected, Sample, Tube } from '../contract/rows.ts';

/** Residents who are in a live tube. */
export function sampledResidents(samples: Iterable<Sample>, tubes: Iterable<Tube>): Set<string> {
  const live = new Set<string>();
  for (const tube of tubes) if (tube.voidedAt === null) live.add(tube.id);
  const found = new Set<string>();
  for (const { residentId, voidedAt, tubeId } of samples) {
    if (residentId !== null && voidedAt === null && live.has(tubeId)) found.add(residentId);
  }
  return found;
}

/** Who is still missing, per building 应检未检; someone away who came is counted nowhere here but stands flagged. */
export function coverage(expected: Iterable<Expected>, sampled: ReadonlySet<string>): BuildingCoverage[] {
  const buildings = new Map<string, { -readonly [K in keyof BuildingCoverage]: BuildingCoverage[K] }>();
  for (const { buildingId, residentId, status } of expected) {
    const row = buildings.get(buildingId) ?? emptyCoverage(buildingId);
    buildings.set(buildingId, row);
    if (status === 'away') row.away += 1;
    else if (status === 'exempt') row.exempt += 1;
    else {
      row.expected += 1;
      if (sampled.has(residentId)) row.sampled += 1;
      else row.missed += 1;
    }
  }
  return [...buildings.values()];
}

const emptyCoverage = (buildingId: string) => ({
  buildingId,
  expected: 0,
  sampled: 0,
  missed: 0,
  away: 0,
  exempt: 0,
});
