import type { ImportRowsBody } from '#core/people/domain/import/rows.ts';

const PER_CHUNK = 500;
const PER_BUILDING = 100;

export interface Population {
  readonly compoundId: string;
  readonly residentIds: readonly string[];
  readonly chunks: readonly ImportRowsBody[];
}

/** People of one compound, a hundred a building, one a household: what a round needs and nothing more. */
export function population(newId: () => string, count: number): Population {
  const compoundId = newId();
  const importId = newId();
  const residentIds: string[] = [];
  const chunks: ImportRowsBody[] = [];
  const total = Math.ceil(count / PER_CHUNK);
  for (let chunk = 0; chunk < total; chunk++) {
    const places: ImportRowsBody['places'] = {
      addressRules: [],
      compounds: [{ id: compoundId, name: 'Bench', addressRuleId: null }],
      buildings: [],
      entrances: [],
      dwellings: [],
      households: [],
    };
    const residents: ImportRowsBody['residents'] = [];
    for (let i = chunk * PER_CHUNK; i < Math.min(count, (chunk + 1) * PER_CHUNK); i++) {
      if (i % PER_BUILDING === 0) {
        places.buildings.push({ id: newId(), compoundId, label: `${1 + i / PER_BUILDING}` });
      }
      const buildingId = places.buildings.at(-1)?.id ?? compoundId;
      const [dwellingId, householdId, id] = [newId(), newId(), newId()];
      const room = `${101 + (i % PER_BUILDING)}`;
      places.dwellings.push({ id: dwellingId, buildingId, entranceId: null, room, floor: null });
      places.households.push({ id: householdId, dwellingId });
      residents.push({ id, householdId, dwellingId, set: { name: `Person ${i}` }, agreed: [] });
      residentIds.push(id);
    }
    chunks.push({ importId, chunk, chunks: total, places, residents });
  }
  return { compoundId, residentIds, chunks };
}
