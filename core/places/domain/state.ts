import { WorkingSet } from '#kernel/command/working-set.ts';
import type { PlaceKind } from '../contract/events.ts';
import type { Building, Compound, Dwelling, Entrance, SavedAddressRule } from '../contract/rows.ts';

/** A living place's name among its neighbours; ended ones free theirs. */
const named = (parent: string, label: string) => `${parent}/${label}`;

/** What places commands look at. Compounds, buildings and entrances are all there; dwellings of named buildings only. */
export class PlacesState {
  readonly compounds = new WorkingSet<Compound, 'name'>({
    name: (row) => (row.endedAt === null ? row.name : null),
  });

  readonly buildings = new WorkingSet<Building, 'name' | 'compound'>({
    name: (row) => (row.endedAt === null ? named(row.compoundId, row.label) : null),
    compound: (row) => (row.endedAt === null ? row.compoundId : null),
  });

  readonly entrances = new WorkingSet<Entrance, 'name' | 'building'>({
    name: (row) => (row.endedAt === null ? named(row.buildingId, row.label) : null),
    building: (row) => (row.endedAt === null ? row.buildingId : null),
  });

  readonly dwellings = new WorkingSet<Dwelling, 'name' | 'building' | 'entrance'>({
    name: (row) => (row.endedAt === null ? this.roomKey(row) : null),
    building: (row) => (row.endedAt === null ? row.buildingId : null),
    entrance: (row) => (row.endedAt === null ? row.entranceId : null),
  });

  readonly addressRules = new WorkingSet<SavedAddressRule>({});

  /** Ids of dwellings where residents are registered, among those a command would end. */
  readonly occupied = new Set<string>();

  rowsOf(place: PlaceKind): { get(id: string): { readonly endedAt: number | null } | undefined } {
    if (place === 'compound') return this.compounds;
    if (place === 'building') return this.buildings;
    return place === 'entrance' ? this.entrances : this.dwellings;
  }

  compoundNamed(name: string): Compound | undefined {
    return this.compounds.by('name', name)[0];
  }

  buildingNamed(compoundId: string, label: string): Building | undefined {
    return this.buildings.by('name', named(compoundId, label))[0];
  }

  entranceNamed(buildingId: string, label: string): Entrance | undefined {
    return this.entrances.by('name', named(buildingId, label))[0];
  }

  dwellingAt(place: Pick<Dwelling, 'buildingId' | 'entranceId' | 'room'>): Dwelling | undefined {
    return this.dwellings.by('name', this.roomKey(place))[0];
  }

  private roomKey(place: Pick<Dwelling, 'buildingId' | 'entranceId' | 'room'>): string {
    return named(named(place.buildingId, place.entranceId ?? ''), place.room);
  }
}
