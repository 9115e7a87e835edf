/** One person's count of a box. Two people count, each without seeing the other's number. */
export interface BoxCount {
  readonly id: string;
  readonly roundId: string;
  readonly boxCode: string;
  readonly tubes: number;
  /** Who counted: a member, or a helper without an account by the name given. */
  readonly by: string;
  /** Null: the member himself. Pulled phones get an empty name: a helper counted, and who is not their business. */
  readonly counterName: string | null;
  readonly at: number;
  readonly version: number;
}

export const DESTINATIONS = ['courier', 'laboratory'] as const;
/** Who a box goes to: the laboratory's courier, or the laboratory itself. */
export type Destination = (typeof DESTINATIONS)[number];

export const WITNESSES = ['self', 'finger', 'paper'] as const;
/** How a side signed: as a member by his or her own command, with a finger on the giver's screen, on paper. */
export type Witness = (typeof WITNESSES)[number];

export interface HandedBox {
  readonly code: string;
  readonly tubes: number;
}

/** Somebody who signs without an account. */
export interface Signer {
  readonly name: string;
  readonly organisation: string;
  /** Number plate, or empty. */
  readonly plate: string;
  /** Finger strokes, see `kernel/custody/signature.ts`; empty on paper. */
  readonly drawing: string;
}

/** What one side of a hand-over signed. Kept as it is; taken back, never changed. */
export interface HandoverSide {
  readonly id: string;
  readonly roundId: string;
  /** The hand-over: both sides name the same code. */
  readonly code: string;
  readonly side: 'given' | 'received';
  readonly destination: Destination;
  /** Empty where a receiver typed the short code: the giver's are meant. */
  readonly boxes: readonly HandedBox[];
  readonly boxCount: number;
  readonly tubeCount: number;
  /** When it happened, epoch ms. */
  readonly at: number;
  /** The member who signed, or who answers for a finger's or paper's signature. */
  readonly by: string;
  readonly witness: Witness;
  /** Without an account; null for a member, and on every phone but the one it was signed on. */
  readonly signer: Signer | null;
  readonly voidedAt: number | null;
  readonly version: number;
}
