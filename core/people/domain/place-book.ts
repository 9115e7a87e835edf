import type { NewPlaces } from '#core/places/contract.ts';
import type { ImportRowsBody } from './import/rows.ts';

type AskedPlaces = Omit<ImportRowsBody['places'], 'households'>;

export interface ResolvedPlaces {
  /** What has to be made, under settled ids. */
  readonly made: NewPlaces;
  /** The settled id for an id of the body. */
  readonly idFor: (asked: string) => string;
}

interface Compound {
  readonly id: string;
  readonly name: string;
  readonly addressRuleId: string | null;
}

const key = (...parts: readonly (string | null)[]): string => parts.map((part) => part ?? '').join('\u0000');

/** Places by their names, for an import that gets or creates them from the compound down to the room. */
export class PlaceBook {
  private readonly ids = new Set<string>();
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

  has(id: string): boolean {
    return this.ids.has(id);
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
      rows: readonly Row[],
      keyOf: (row: Row) => string,
    ) =>
      rows.flatMap((row) => {
        const standing = this.children.get(keyOf(row));
        if (standing !== undefined) aliases.set(row.id, standing);
        return standing !== undefined || this.ids.has(row.id) ? [] : [row];
      });

    const compounds = asked.compounds.flatMap((row) => this.compoundToWrite(row, aliases));
    const buildings = asked.buildings.map((row) => ({ ...row, compoundId: idFor(row.compoundId) }));
    const newBuildings = unknown(buildings, (row) => key('building', row.compoundId, row.label));
    const entrances = asked.entrances.map((row) => ({ ...row, buildingId: idFor(row.buildingId) }));
    const newEntrances = unknown(entrances, (row) => key('entrance', row.buildingId, row.label));
    const dwellings = asked.dwellings.map((row) => ({
      ...row,
      buildingId: idFor(row.buildingId),
      entranceId: optional(row.entranceId),
    }));
    const newDwellings = unknown(dwellings, (row) => key('room', row.buildingId, row.entranceId, row.room));
    const made: NewPlaces = {
      addressRules: asked.addressRules.filter((row) => !this.ids.has(row.id)),
      compounds,
      buildings: newBuildings,
      entrances: newEntrances,
      dwellings: newDwellings,
    };
    return { made, idFor };
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
    for (const { id } of places.addressRules) this.ids.add(id);
    for (const { id, name, addressRuleId } of places.compounds) {
      const compound = { id, name, addressRuleId };
      this.ids.add(id);
      this.compounds.set(key('name', name), compound).set(key('id', id), compound);
    }
    for (const row of places.buildings) this.learnChild(row.id, key('building', row.compoundId, row.label));
    for (const row of places.entrances) this.learnChild(row.id, key('entrance', row.buildingId, row.label));
    for (const row of places.dwellings) {
      this.learnChild(row.id, key('room', row.buildingId, row.entranceId, row.room));
    }
  }

  private learnChild(id: string, name: string): void {
    this.ids.add(id);
    this.children.set(name, id);
  }
}
