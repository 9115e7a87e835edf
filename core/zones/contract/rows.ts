export const ZONE_STATUSES = ['lockdown', 'control', 'precaution', 'normal'] as const;
export type ZoneStatus = (typeof ZONE_STATUSES)[number];

export const PLACE_KINDS = ['compound', 'building', 'entrance'] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

/** What a place was declared to be, from–until. Rows are never rewritten but for their end: together, the history. */
export interface Status {
  readonly id: string;
  readonly placeKind: PlaceKind;
  readonly placeId: string;
  readonly status: ZoneStatus;
  /** Epoch ms, inclusive. */
  readonly from: number;
  /** Epoch ms, exclusive; null until it is ended or a later one begins. */
  readonly until: number | null;
  readonly reason: string;
  /** Where it comes from: the notice's number, who telephoned. */
  readonly source: string;
}
