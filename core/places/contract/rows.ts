/** Rows of the places of an area. Every `sort` is a natural key made by `naturalSortKey`: plain text order is address order. */

export interface Compound {
  readonly id: string;
  readonly name: string;
  /** The saved rule that reads this compound's addresses; null: the import proposes one. */
  readonly addressRuleId: string | null;
  readonly sort: string;
  /** Epoch ms; ended rows stay for what refers to them. */
  readonly endedAt: number | null;
  readonly version: number;
}

export interface Building {
  readonly id: string;
  readonly compoundId: string;
  /** As people say it: `3号`, `13号甲`, `A座`. */
  readonly label: string;
  readonly sort: string;
  readonly endedAt: number | null;
  readonly version: number;
}

/** 单元/门洞 of a building that has more than one. */
export interface Entrance {
  readonly id: string;
  readonly buildingId: string;
  readonly label: string;
  readonly sort: string;
  readonly endedAt: number | null;
  readonly version: number;
}

export interface Dwelling {
  readonly id: string;
  readonly buildingId: string;
  readonly entranceId: string | null;
  /** `402`, `1201`, `底楼东`. */
  readonly room: string;
  readonly floor: number | null;
  readonly sort: string;
  readonly endedAt: number | null;
  readonly version: number;
}

/** How addresses of a compound are read, as data (`domain/address`); kept per area under a name. */
export interface SavedAddressRule {
  readonly id: string;
  readonly name: string;
  readonly rule: unknown;
  readonly version: number;
}

/**
 * One dwelling with the words around it: a row of the view `places.dwelling_label`, which other modules' SQL may
 * join (columns in snake_case, `area_id` first). Ended dwellings are in it, so that old records keep their address.
 */
export interface DwellingLabel {
  readonly dwellingId: string;
  readonly buildingId: string;
  readonly compoundId: string;
  readonly entranceId: string | null;
  readonly compound: string;
  readonly building: string;
  readonly entrance: string | null;
  readonly room: string;
  readonly floor: number | null;
  /** Compound, building, entrance and room order in one text. */
  readonly sort: string;
  /** When the dwelling ended; null while it stands. */
  readonly endedAt: number | null;
  /** The latest version among the dwelling, its building and its compound. */
  readonly version: number;
}
