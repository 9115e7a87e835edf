import type { PersonPlace } from './parsed.ts';
import type { ImportRowsBody } from './rows.ts';
import type { RegisterSnapshot } from './snapshot.ts';

/** A key, e.g. of a building by its names → an id; the same key always gives the same id within one import. */
export type Mint = (key: string) => string;

type Places = ImportRowsBody['places'];

/** Where a place stands, and which of its parts are new. */
export interface FoundPlace {
  readonly dwellingId: string;
  readonly householdId: string;
}

const join = (...parts: readonly (string | null)[]): string => parts.map((part) => part ?? '').join('\u0000');

/** Places by their names; makes up what is missing, top down, and remembers it in the order it must be created. */
export class PlaceIndex {
  private readonly compounds = new Map<string, string>();
  private readonly buildings = new Map<string, string>();
  private readonly entrances = new Map<string, string>();
  private readonly dwellings = new Map<string, string>();
  private readonly households = new Map<string, string>();
  private added: { -readonly [K in keyof Places]: Places[K] } = emptyPlaces();

  constructor(
    snapshot: RegisterSnapshot,
    private readonly mint: Mint,
    private readonly ruleIdOf: (compound: string) => string | null,
  ) {
    for (const row of snapshot.compounds) this.compounds.set(row.name, row.id);
    for (const row of snapshot.buildings) this.buildings.set(join(row.compoundId, row.label), row.id);
    for (const row of snapshot.entrances) this.entrances.set(join(row.buildingId, row.label), row.id);
    for (const row of snapshot.dwellings) {
      this.dwellings.set(join(row.buildingId, row.entranceId, row.room), row.id);
    }
    for (const row of snapshot.households) {
      if (!this.households.has(row.dwellingId)) this.households.set(row.dwellingId, row.id);
    }
  }

  /** The dwelling of that name if it stands or has been made up, else null. */
  find(place: PersonPlace): string | null {
    const compound = this.compounds.get(place.compound);
    const building = compound && this.buildings.get(join(compound, place.building));
    if (!building) return null;
    const entrance = place.entrance === null ? null : this.entrances.get(join(building, place.entrance));
    if (entrance === undefined) return null;
    return this.dwellings.get(join(building, entrance, place.room)) ?? null;
  }

  place(place: PersonPlace): FoundPlace {
    const dwellingId = this.dwelling(place);
    const householdId = this.getOrAdd(this.households, dwellingId, 'household', (id) => {
      this.added.households.push({ id, dwellingId });
    });
    return { dwellingId, householdId };
  }

  dwelling(place: PersonPlace): string {
    const compoundId = this.getOrAdd(this.compounds, place.compound, 'compound', (id) => {
      this.added.compounds.push({ id, name: place.compound, addressRuleId: this.ruleIdOf(place.compound) });
    });
    const buildingId = this.getOrAdd(this.buildings, join(compoundId, place.building), 'building', (id) => {
      this.added.buildings.push({ id, compoundId, label: place.building });
    });
    const { entrance, room, floor } = place;
    const entranceId =
      entrance === null
        ? null
        : this.getOrAdd(this.entrances, join(buildingId, entrance), 'entrance', (id) => {
            this.added.entrances.push({ id, buildingId, label: entrance });
          });
    return this.getOrAdd(this.dwellings, join(buildingId, entranceId, room), 'dwelling', (id) => {
      this.added.dwellings.push({ id, buildingId, entranceId, room, floor });
    });
  }

  /** What has been made up since the last time, for one chunk. */
  takeAdded(): Places {
    const { added } = this;
    this.added = emptyPlaces();
    return added;
  }

  private getOrAdd(ids: Map<string, string>, key: string, kind: string, add: (id: string) => void): string {
    const known = ids.get(key);
    if (known !== undefined) return known;
    const id = this.mint(`${kind}\u0000${key}`);
    ids.set(key, id);
    add(id);
    return id;
  }
}

export const emptyPlaces = (): Places => ({
  addressRules: [],
  compounds: [],
  buildings: [],
  entrances: [],
  dwellings: [],
  households: [],
});
