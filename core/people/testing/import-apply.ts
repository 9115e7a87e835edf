import type { ImportRowsBody } from '../domain/import/rows.ts';
import type { KnownResident, RegisterSnapshot } from '../domain/import/snapshot.ts';

/** What stands after the chunks of an import, in memory: the meaning of `people.import-rows` for tests of plans. */
export function applyPlan(before: RegisterSnapshot, bodies: readonly ImportRowsBody[]): RegisterSnapshot {
  const residents = new Map(before.residents.map((resident) => [resident.id, resident]));
  const places = {
    addressRules: [...before.addressRules],
    compounds: [...before.compounds],
    buildings: [...before.buildings],
    entrances: [...before.entrances],
    dwellings: [...before.dwellings],
    households: [...before.households],
  };
  for (const body of bodies) {
    places.addressRules.push(...body.places.addressRules);
    places.compounds.push(...body.places.compounds);
    places.buildings.push(...body.places.buildings);
    places.entrances.push(...body.places.entrances);
    places.dwellings.push(...body.places.dwellings);
    places.households.push(...body.places.households);
    for (const { id, householdId, dwellingId, set, move } of body.residents) {
      if (!places.dwellings.some((dwelling) => dwelling.id === dwellingId))
        throw new Error('unknown dwelling');
      const known: KnownResident | undefined = residents.get(id);
      const where = !known || move ? { householdId, dwellingId } : known;
      residents.set(id, {
        id,
        householdId: where.householdId,
        dwellingId: where.dwellingId,
        known: { ...known?.known, ...set, name: set.name ?? known?.known.name ?? '' },
        confirmed: known?.confirmed ?? {},
        movedFrom: known?.movedFrom ?? [],
      });
    }
  }
  return { ...places, residents: [...residents.values()], former: before.former };
}
