import type { ImportedResident, ImportRowsBody, ResidentFields } from '../domain/import/rows.ts';
import type { Ids } from './small-area.ts';

export interface Line {
  readonly building: string;
  readonly room: string;
  readonly set: ResidentFields & { readonly name: string };
}

/** One chunk of an import as a plan draws it up: one compound, lines of a register under fresh ids. */
export function importChunk(
  ids: Ids,
  lines: readonly Line[],
  names: { readonly compound: string } = { compound: '清源小区' },
): ImportRowsBody {
  const compound = { id: ids.next(), name: names.compound, addressRuleId: null };
  const buildings = new Map<string, ImportRowsBody['places']['buildings'][number]>();
  const dwellings = new Map<string, ImportRowsBody['places']['dwellings'][number]>();
  const households = new Map<string, string>();
  const residents: ImportedResident[] = [];
  for (const { building: label, room, set } of lines) {
    const building = buildings.get(label) ?? { id: ids.next(), compoundId: compound.id, label };
    buildings.set(label, building);
    const key = `${label}/${room}`;
    const place = { buildingId: building.id, entranceId: null, room, floor: Number(room.slice(0, -2)) };
    const dwelling = dwellings.get(key) ?? { id: ids.next(), ...place };
    dwellings.set(key, dwelling);
    const householdId = households.get(dwelling.id) ?? ids.next();
    households.set(dwelling.id, householdId);
    residents.push({ id: ids.next(), householdId, dwellingId: dwelling.id, set, agreed: [] });
  }
  return {
    importId: ids.next(),
    chunk: 0,
    chunks: 1,
    places: {
      addressRules: [],
      compounds: [compound],
      buildings: [...buildings.values()],
      entrances: [],
      dwellings: [...dwellings.values()],
      households: [...households].map(([dwellingId, id]) => ({ id, dwellingId })),
    },
    residents,
  };
}
