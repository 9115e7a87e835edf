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
  /**
   * Epoch ms, exclusive; null until it is ended or one that replaces it begins. Taken back, it equals `from`: it never
   * held.
   */
  readonly until: number | null;
  readonly reason: string;
  /** Where it comes from: the notice's number, who telephoned. */
  readonly source: string;
}

/** Every declaration of the area, for everyone who works here; with it a phone runs `statusAt`. */
export const ZONES_TERM = 'zones.all';
/** Its one collection: rows of `Status` with their version. */
export const STATUS_COLLECTION = 'zones.status';

export const PROPOSAL_KINDS = ['positive', 'step', 'corrected'] as const;
/**
 * `positive`: somebody's own swab was positive; `step`: the days of a status are over; `corrected`: every swab that a
 * declaration rested on was put right by the laboratory.
 */
export type ProposalKind = (typeof PROPOSAL_KINDS)[number];

/** A change that the rule proposes and a person decides. Worked out anew each time; only answers are kept. */
export interface Proposal {
  /** Out of kind, place and what brought it up: the same as long as nothing new is known. */
  readonly id: string;
  readonly kind: ProposalKind;
  readonly placeKind: PlaceKind;
  readonly placeId: string;
  /** To be declared; null: the declaration is to be lifted (`step`) or taken back (`corrected`). */
  readonly status: ZoneStatus | null;
  /** The declaration in force that it would end, restart or take back; null where nothing was declared. */
  readonly statusId: string | null;
  /** Swabs, or the declaration whose days are over. */
  readonly causes: readonly string[];
  /** Since when it stands, epoch ms. */
  readonly since: number;
}

/** What a person made of a proposal. */
export interface Answer {
  readonly id: string;
  readonly kind: ProposalKind;
  readonly placeKind: PlaceKind;
  readonly placeId: string;
  readonly causes: readonly string[];
  readonly outcome: 'accepted' | 'set-aside';
  /** The declaration that came of it or was ended by it. */
  readonly statusId: string | null;
  readonly reason: string;
  /** Set aside until then, epoch ms; null: for good. */
  readonly againAt: number | null;
  readonly answeredAt: number;
  readonly answeredBy: string;
  readonly version: number;
}
