import type { Problem } from '../problem/problem.ts';

/**
 * What a person or device asks for, or says has happened. The id and the time are the author's own: a phone mints
 * them offline, and nothing reads a clock again while the command is replayed.
 */
export interface CommandEnvelope<K extends string = string, B = unknown> {
  /** UUIDv7, minted where the command was made; the command's identity for ever. */
  readonly id: string;
  /** `<module>.<verb-object>`, e.g. `testing.sample`. */
  readonly kind: K;
  /** Version of the body's shape; older ones are upcast by the contract. */
  readonly v: number;
  /** When it happened by the author's clock, epoch ms. */
  readonly claimedAt: number;
  /** The author: a member's id in this area, or one of the system actors. */
  readonly actorId: string;
  readonly body: B;
  /** Author's device key over the canonical envelope; carried from the start, verified once devices have keys. */
  readonly signature?: string;
}

/** A command as `decide` sees it: parsed, upcast, authorised, with the time already corrected. */
export interface Command<K extends string = string, B = unknown> {
  readonly id: string;
  readonly kind: K;
  /** Corrected time, epoch ms: the one to reason with. */
  readonly at: number;
  readonly actorId: string;
  readonly deviceId: string | null;
  readonly body: B;
}

/**
 * A fact happened in the field and is always applied, flagged when it contradicts what is known.
 * A wish is refused when the state does not allow it.
 */
export type Nature = 'fact' | 'wish';

export interface DomainEvent<T extends string = string, D = unknown> {
  /** `<module>.<past-tense>`, e.g. `testing.sampled`. */
  readonly type: T;
  readonly data: D;
}

/** A contradiction that a leader settles. Kept by the kernel as a discrepancy row; details hold ids, no names. */
export interface Flag {
  /** Deterministic for the contradiction, minted from the command's id, so that replays make no second one. */
  readonly problem: Problem;
  /** What it is about: `{ sampleId, otherSampleId, personId, tubeId, … }`, ids only. */
  readonly subjects: Readonly<Record<string, string>>;
}

/** A leader's decision about an open discrepancy, as part of a command's outcome. */
export interface Settlement {
  readonly discrepancyId: string;
  /** The module's word for the way it was settled, e.g. `keep-first`. */
  readonly resolution: string;
  readonly note: string;
}

export interface Accepted<E extends DomainEvent = DomainEvent> {
  readonly events: readonly E[];
  readonly flags?: readonly Flag[];
  readonly settles?: readonly Settlement[];
}

export interface Refused {
  readonly refused: Problem;
}

/** What a pure `decide(state, command)` returns. A fact must never return `Refused` for a contradiction. */
export type Decision<E extends DomainEvent = DomainEvent> = Accepted<E> | Refused;

export const refuse = (problem: Problem): Refused => ({ refused: problem });

export const isRefused = (decision: Decision): decision is Refused => 'refused' in decision;

export type Outcome = 'done' | 'already' | 'flagged' | 'refused';

/** The server's word on one command. `already` repeats the first answer's problems, if it had any. */
export interface Answer {
  readonly id: string;
  readonly outcome: Outcome;
  /** The outcome of the first time when `already`; otherwise the same as `outcome`. */
  readonly first: Exclude<Outcome, 'already'>;
  /** The area's version that holds its effect; rows pulled up to it contain what the command did. */
  readonly version: number;
  /** Why it was refused or flagged. Empty when done. */
  readonly problems: readonly Problem[];
}
