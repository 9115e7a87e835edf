import type { QueryContext } from '#kernel/query/context.ts';
import type { Building, Compound, Dwelling, DwellingLabel, Entrance, SavedAddressRule } from './rows.ts';

type Tx = QueryContext['tx'];

/** Whole compounds and single buildings; both empty means nothing, not everything. */
export interface PlaceScope {
  readonly compoundIds: readonly string[];
  readonly buildingIds: readonly string[];
}

export interface BuildingLabel {
  readonly id: string;
  readonly compoundId: string;
  readonly compound: string;
  readonly label: string;
  readonly sort: string;
}

/** All living places of an area by name, for an import that looks each address up in memory. */
export interface PlaceIndexRows {
  readonly compounds: readonly Compound[];
  readonly buildings: readonly Building[];
  readonly entrances: readonly Entrance[];
  readonly dwellings: readonly Dwelling[];
  readonly addressRules: readonly SavedAddressRule[];
}

/** What other modules may read of places; implemented in `server/reader.ts`, handed over by the composition root. */
export interface PlacesReader {
  /** Living buildings of the scope in address order. */
  buildingsInScope(tx: Tx, scope: PlaceScope): Promise<readonly BuildingLabel[]>;
  /** Unknown ids are left out. */
  dwellingLabels(tx: Tx, dwellingIds: readonly string[]): Promise<ReadonlyMap<string, DwellingLabel>>;
  buildingLabels(tx: Tx, buildingIds: readonly string[]): Promise<ReadonlyMap<string, BuildingLabel>>;
  livingPlaces(tx: Tx): Promise<PlaceIndexRows>;
  addressRules(tx: Tx): Promise<readonly SavedAddressRule[]>;
}

/** Places that another module's command needs (a register's import); ids are settled. */
export interface NewPlaces {
  readonly addressRules: readonly Pick<SavedAddressRule, 'id' | 'name' | 'rule'>[];
  /** New ones, and standing ones that get an address rule. */
  readonly compounds: readonly Pick<Compound, 'id' | 'name' | 'addressRuleId'>[];
  readonly buildings: readonly Pick<Building, 'id' | 'compoundId' | 'label'>[];
  readonly entrances: readonly Pick<Entrance, 'id' | 'buildingId' | 'label'>[];
  readonly dwellings: readonly Pick<Dwelling, 'id' | 'buildingId' | 'entranceId' | 'room' | 'floor'>[];
}

/** Written by places, in the transaction of the command that needs them. */
export interface PlacesWriter {
  /** @param version of the command */
  addPlaces(tx: Tx, places: NewPlaces, version: number): Promise<void>;
}

/** What places must know of people before a dwelling ends; implemented by core/people. */
export interface DwellingOccupancy {
  /** Those of the given dwellings where a living entry of the register stands. */
  occupied(tx: Tx, dwellingIds: readonly string[]): Promise<ReadonlySet<string>>;
}
