import type { NewPlaces } from '#core/places/contract.ts';
import type { ImportRowsBody } from './import/rows.ts';

type AskedPlaces = Omit<ImportRowsBody['places'], 'households'>;

export interface ResolvedPlaces {
  /** What has to be made, under settled ids. */
  readonly made: NewPlaces;
  /** The settled id for an id of the body. */
  readonly idFor: (asked: string) => string;
  /** What a place of the body lies in, or goes by, that neither stands nor is in the body. */
  readonly missing: PlaceLevel | null;
}

type PlaceLevel = 'addressRule' | 'compound' | 'building' | 'entrance' | 'dwelling';

interface Compound {
  readonly id: string;
  readonly name: string;
  readonly addressRuleId: string | null;
}

const key = (...parts: readonly (string | null)[]): string => parts.map((part) => part ?? '').join('\u0000');

const firstOfEach = <Row extends { readonly id: string }>(rows: readonly Row[]): Row[] => [
  ...new Map([...rows].reverse().map((row) => [row.id, row])).values(),
];

/** Places by their names, for an import that gets or creates them from the compound down to the room. */
export class PlaceBook {
  private readonly ids: Readonly<Record<PlaceLevel, Set<string>>> = {
    addressRule: new Set(),
    compound: new Set(),
    building: new Set(),
    entrance: new Set(),
    dwelling: new Set(),
  };
  private readonly compounds = new Map<string, Compound>();
  /** Buildings, entrances and dwellings by parent and name. */
  private readonly children = new Map<string, string>();
  private readonly additions: { readonly places: NewPlaces; readonly version: number }[] = [];

  constructor(known: NewPlaces) {
    this.learn(known);
  }

  /** What was added since, in order, each with the version of its command. */
  get added(): readonly { readonly places: NewPlaces; readonly version: number }[] {
    return this.additions;
  }

  add(places: NewPlaces, version: number): void {
    this.learn(places);
    this.additions.push({ places, version });
  }

  hasDwelling(id: string): boolean {
    return this.ids.dwelling.has(id);
  }

  /**
   * Each place by name under its parent; one that stands under another id lends that id to the rest of the body; one
   * whose id stands under another name was renamed here and is the same.
   */
  resolve(asked: AskedPlaces): ResolvedPlaces {
    const aliases = new Map<string, string>();
    const idFor = (id: string): string => aliases.get(id) ?? id;
    const optional = (id: string | null): string | null => (id === null ? null : idFor(id));
    const unknown = <Row extends { readonly id: string }>(
      level: PlaceLevel,
      rows: readonly Row[],
      keyOf: (row: Row) => string,
    ) => {
      // A body may name a place twice, under one id or two.
      const named = new Map<string, string>();
      const taken = new Set<string>();
      return rows.flatMap((row) => {
        const standing = this.children.get(keyOf(row)) ?? named.get(keyOf(row));
        if (standing !== undefined) aliases.set(row.id, standing);
        if (standing !== undefined || this.ids[level].has(row.id) || taken.has(row.id)) return [];
        named.set(keyOf(row), row.id);
        taken.add(row.id);
        return [row];
      });
    };

    const compounds = this.compoundsToWrite(asked.compounds, aliases);
    const buildings = asked.buildings.map((row) => ({ ...row, compoundId: idFor(row.compoundId) }));
    const newBuildings = unknown('building', buildings, (row) => key('building', row.compoundId, row.label));
    const entrances = asked.entrances.map((row) => ({ ...row, buildingId: idFor(row.buildingId) }));
    const newEntrances = unknown('entrance', entrances, (row) => key('entrance', row.buildingId, row.label));
    const dwellings = asked.dwellings.map((row) => ({
      ...row,
      buildingId: idFor(row.buildingId),
      entranceId: optional(row.entranceId),
    }));
    const newDwellings = unknown('dwelling', dwellings, (row) =>
      key('room', row.buildingId, row.entranceId, row.room),
    );
    const made: NewPlaces = {
      addressRules: firstOfEach(asked.addressRules).filter((row) => !this.ids.addressRule.has(row.id)),
      compounds,
      buildings: newBuildings,
      entrances: newEntrances,
      dwellings: newDwellings,
    };
    return { made, idFor, missing: this.missingOf(made) };
  }

  private missingOf({
    addressRules,
    compounds,
    buildings,
    entrances,
    dwellings,
  }: NewPlaces): PlaceLevel | null {
    const made = { addressRule: addressRules, compound: compounds, building: buildings, entrance: entrances };
    const there = (level: keyof typeof made) => {
      const ids = new Set(made[level].map(({ id }) => id));
      return (id: string | null) => id === null || ids.has(id) || this.ids[level].has(id);
    };
    if (!compounds.map((row) => row.addressRuleId).every(there('addressRule'))) return 'addressRule';
    if (!buildings.map((row) => row.compoundId).every(there('compound'))) return 'compound';
    if (![...entrances, ...dwellings].map((row) => row.buildingId).every(there('building')))
      return 'building';
    return dwellings.map((row) => row.entranceId).every(there('entrance')) ? null : 'entrance';
  }

  private compoundsToWrite(rows: readonly Compound[], aliases: Map<string, string>): Compound[] {
    const written = new Map<string, Compound>();
    for (const row of rows) {
      const twin = [...written.values()].find(({ id, name }) => id === row.id || name === row.name);
      if (twin) {
        if (twin.id !== row.id) aliases.set(row.id, twin.id);
        continue;
      }
      for (const made of this.compoundToWrite(row, aliases)) written.set(made.id, made);
    }
    return [...written.values()];
  }

  /** New, or standing without an address rule and now given one. */
  private compoundToWrite(row: Compound, aliases: Map<string, string>): Compound[] {
    const standing = this.compounds.get(key('name', row.name)) ?? this.compounds.get(key('id', row.id));
    if (!standing) return [row];
    if (standing.id !== row.id) aliases.set(row.id, standing.id);
    const getsRule = standing.addressRuleId === null && row.addressRuleId !== null;
    return getsRule ? [{ ...standing, addressRuleId: row.addressRuleId }] : [];
  }

  private learn(places: NewPlaces): void {
    for (const { id } of places.addressRules) this.ids.addressRule.add(id);
    for (const { id, name, addressRuleId } of places.compounds) {
      const compound = { id, name, addressRuleId };
      this.ids.compound.add(id);
      this.compounds.set(key('name', name), compound).set(key('id', id), compound);
    }
    for (const row of places.buildings)
      this.learnChild('building', row.id, key('building', row.compoundId, row.label));
    for (const row of places.entrances)
      this.learnChild('entrance', row.id, key('entrance', row.buildingId, row.label));
    for (const row of places.dwellings) {
      this.learnChild('dwelling', row.id, key('room', row.buildingId, row.entranceId, row.room));
    }
  }

  private learnChild(level: PlaceLevel, id: string, name: string): void {
    this.ids[level].add(id);
    this.children.set(name, id);
  }
}
