/** Rows of a testing round. Instants are epoch ms; `version` is the area's version of the last change. */
import type { ZoneStatus } from '#core/zones/contract.ts';

export type RoundMode = 'single' | 'pooled';
export type RoundState = 'draft' | 'open' | 'closed';

/** Whom a round is for: the union of its parts, each person once. All empty means nobody. */
export interface Scope extends PlaceScope {
  /** People by name: those recalled, those missed, a list brought from outside. At most `MOST_LISTED`. */
  readonly residentIds: readonly string[];
}

/** The part of a scope that stays small enough to travel with the round: places, and what places are declared to be. */
export interface PlaceScope {
  readonly compoundIds: readonly string[];
  readonly buildingIds: readonly string[];
  readonly entranceIds: readonly string[];
  /** Everybody whose place is in one of these statuses at the opening. */
  readonly zones: readonly ZoneStatus[];
}

export const MOST_LISTED = 5000;

/** The people by name of a round's scope, in a row of their own: no scan has to read them. Its id is the round's. */
export interface ScopeList {
  readonly id: string;
  readonly residentIds: readonly string[];
  readonly version: number;
}

/** `own`: our labels with a check symbol; `lab`: the laboratory's, taken as they are when they fit its pattern. */
export type TubeSeries =
  | { readonly kind: 'own' }
  | { readonly kind: 'lab'; readonly name: string; readonly pattern: string };

/** 轮次 */
export interface Round {
  readonly id: string;
  readonly name: string;
  readonly mode: RoundMode;
  /** Persons a tube holds; 1 in single mode. */
  readonly poolRatio: number;
  /** Without its people by name: see `ScopeList`. */
  readonly scope: PlaceScope;
  readonly tubeSeries: TubeSeries;
  readonly state: RoundState;
  readonly createdAt: number;
  readonly openedAt: number | null;
  readonly closedAt: number | null;
  /** When the latest fact arrived after closing: the closing figures no longer stand as they were. */
  readonly revisedAt: number | null;
  readonly version: number;
}

/** 采样点 */
export interface Site {
  readonly id: string;
  readonly roundId: string;
  readonly name: string;
  readonly sort: number;
  /** Taken out of the plan; the row stays for what refers to it. */
  readonly removedAt: number | null;
  readonly version: number;
}

/** 采样台 */
export interface Lane {
  readonly id: string;
  readonly roundId: string;
  readonly siteId: string;
  readonly name: string;
  readonly sort: number;
  readonly removedAt: number | null;
  readonly version: number;
}

export type ExpectedStatus = 'expected' | 'away' | 'exempt';
export const EXCUSES = ['away', 'quarantined', 'medical', 'infant', 'tested-elsewhere', 'other'] as const;
export type Excuse = (typeof EXCUSES)[number];

/** A person of the round's list, frozen when the round opens. Its id follows from round and resident: `expectedId`. */
export interface Expected {
  readonly id: string;
  readonly roundId: string;
  readonly residentId: string;
  readonly buildingId: string;
  readonly status: ExpectedStatus;
  /** Why he or she is not awaited; null while expected. */
  readonly reason: Excuse | null;
  readonly version: number;
}

/**
 * What was said of a person before the opening: goes into the frozen list if the scope still holds him or her then.
 * Its id is `expectedId`. `expected` takes an earlier word back, also the register's that the person is away.
 */
export interface Planned {
  readonly id: string;
  readonly roundId: string;
  readonly residentId: string;
  readonly status: ExpectedStatus;
  readonly reason: Excuse | null;
  readonly version: number;
}

export const CLOSE_REASONS = [
  'full',
  'no-more-people',
  'household',
  'shift-end',
  'spoiled',
  'other',
] as const;
export type CloseReason = (typeof CLOSE_REASONS)[number];

/** 试管: one phone's opening of a tube code; two phones that open one code offline make two rows. */
export interface Tube {
  readonly id: string;
  readonly roundId: string;
  readonly laneId: string;
  readonly code: string;
  readonly ratio: number;
  readonly state: 'open' | 'closed' | 'packed';
  /** Samples in it that are not voided. */
  readonly count: number;
  readonly openedAt: number;
  readonly openedBy: string;
  /** The latest sample's time: a closing that arrives late is compared with it. */
  readonly lastSampleAt: number;
  readonly closedAt: number | null;
  readonly closedBy: string | null;
  readonly closeReason: CloseReason | null;
  readonly note: string;
  readonly packedAt: number | null;
  readonly boxId: string | null;
  readonly voidedAt: number | null;
  /** Known from paper lists alone: the first phone that brings the same code speaks of this very tube. */
  readonly onPaper: boolean;
  /** The row that this one turned out to be the same tube as; its samples went there. */
  readonly mergedInto: string | null;
  readonly version: number;
}

export const METHODS = ['scan', 'wedge', 'id-card', 'room', 'pinyin', 'household', 'door', 'paper'] as const;
/** How the person was found; `household`: offered after another of the household; `paper`: written on a paper list in the field and entered afterwards, with its own time. */
export type Method = (typeof METHODS)[number];

/** A swab in a tube. */
export interface Sample {
  readonly id: string;
  readonly roundId: string;
  /** Null: the code belongs to nobody on the list; `codeText` keeps what was read. */
  readonly residentId: string | null;
  readonly codeText: string | null;
  readonly tubeId: string;
  readonly laneId: string;
  readonly checkInId: string;
  readonly at: number;
  readonly by: string;
  readonly deviceId: string | null;
  readonly method: Method;
  readonly voidedAt: number | null;
  readonly version: number;
}

/** A person who came to a lane. */
export interface CheckIn {
  readonly id: string;
  readonly roundId: string;
  readonly residentId: string | null;
  readonly laneId: string;
  readonly at: number;
  readonly by: string;
  readonly voidedAt: number | null;
  readonly version: number;
}

export const LAB_OUTCOMES = ['negative', 'positive', 'invalid'] as const;
export type LabOutcome = (typeof LAB_OUTCOMES)[number];

/**
 * What the laboratory said of a tube. It names the tube by its code alone, so the code is the tie: a result may be
 * known before the tube's own phone has synced. A correction is another row; the earlier one says when it was replaced.
 */
export interface LabResult {
  readonly id: string;
  readonly roundId: string;
  readonly tubeCode: string;
  readonly outcome: LabOutcome;
  /** As the laboratory wrote it beside the result, e.g. Ct values. */
  readonly note: string;
  /** When the laboratory says it received or tested the tube; null when it does not. */
  readonly reportedAt: number | null;
  readonly recordedAt: number;
  readonly recordedBy: string;
  readonly replacedAt: number | null;
  readonly version: number;
}

/** 转运箱 */
export interface Box {
  readonly id: string;
  readonly roundId: string;
  readonly code: string;
  readonly state: 'open' | 'sealed';
  readonly openedAt: number;
  readonly lastPackedAt: number | null;
  readonly sealedAt: number | null;
  readonly sealedBy: string | null;
  readonly sealNumber: string | null;
  /** Of its inside at the sealing, °C. */
  readonly temperature: number | null;
  readonly version: number;
}

/** One scan of a tube code into a box. The code is what was seen; which tube row it is follows from the code. */
export interface Packing {
  readonly id: string;
  readonly roundId: string;
  readonly boxId: string;
  readonly code: string;
  /** Null while no tube of that code is known: its phone has not synced yet. */
  readonly tubeId: string | null;
  readonly at: number;
  readonly by: string;
  readonly voidedAt: number | null;
  readonly version: number;
}
