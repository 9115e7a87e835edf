import type { PersonCard } from '#core/people/contract.ts';

/** One term for everybody who stands at a gate or leads those who do: a phone may be sent to any gate. */
export const AREA_TERM = 'gates.area';

/** Collections of the term. A part adds its own in its `*-sync.ts`. */
export const COLLECTIONS = {
  gate: 'gates.gate',
  lane: 'gates.lane',
  /** Every living resident, masked: rows of `GateCard`. */
  card: 'gates.card',
  /** Residents who missed a test: rows of `MissedRow`. */
  missed: 'gates.missed',
  /** Passages that use a household's outings, as far back as the quota looks, and the reader's own of the last day. */
  passage: 'gates.passage',
  presence: 'gates.presence',
  /** The module's dated values the area has set, so that a phone's rules are the server's. */
  setting: 'gates.setting',
  /** One row: what the phone hashes identity numbers with. */
  key: 'gates.key',
} as const;
export type CollectionName = (typeof COLLECTIONS)[keyof typeof COLLECTIONS];

/** A resident as a gate sees him or her. */
export interface GateCard extends PersonCard {
  /** Null where the dwelling belongs to none. */
  readonly entranceId: string | null;
  /** `identityHash` under the term's key, hex; null where no number is known. */
  readonly identityHash: string | null;
  /** Entries that were merged into this one: a card printed before still says their code. Absent where there are none. */
  readonly alsoIds?: readonly string[];
}

/** The row's id is the resident's. */
export interface MissedRow {
  readonly id: string;
  /** Of the first round missed, epoch ms. */
  readonly since: number;
  readonly version: number;
}

export interface GateKeyRow {
  readonly id: string;
  /** 32 bytes in hex. */
  readonly identityKey: string;
  readonly version: number;
}
