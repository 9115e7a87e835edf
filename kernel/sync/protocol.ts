import type { Answer, CommandEnvelope } from '../command/command.ts';

/** Raised when an older client could misread what it gets; such a client is told to reload, its outbox is kept. */
export const PROTOCOL = 1;

/** POST /api/areas/:areaId/push — at most `MAX_BATCH` commands, oldest first. */
export interface PushRequest {
  readonly protocol: number;
  /** Minted once per browser profile. */
  readonly deviceId: string;
  /** Server clock minus this device's clock as last measured, ms; null when never measured. */
  readonly clockOffset: number | null;
  readonly commands: readonly CommandEnvelope[];
}

export interface PushResponse {
  readonly protocol: number;
  /** The server's clock, epoch ms, for the offset. */
  readonly now: number;
  /** One per command, in the same order. */
  readonly answers: readonly Answer[];
}

export const MAX_BATCH = 500;

/** Request header of push and pull: the member they are made for; a session of another one is answered 401. */
export const MEMBER_HEADER = 'x-concerto-member';

/**
 * POST /api/areas/:areaId/relay, without a session: entries that their authors signed and sealed for the server, brought
 * by whoever has a network. Answered with a `PushResponse`.
 */
export interface RelayRequest {
  readonly protocol: number;
  readonly deviceId: string;
  readonly entries: readonly RelayEntry[];
}

export interface RelayEntry {
  /** The command's id. */
  readonly id: string;
  /** Base64url: one-time X25519 key (32) | nonce (12) | AES-256-GCM of `{envelope, keyId, deviceId, offset}`. */
  readonly sealed: string;
}

/**
 * A term names a slice of rows that travels as one, e.g. `testing.round/<id>`, `roster.mine`. What a device may hold
 * is a set of terms, worked out from its actor's roles and duties; each has its own cursor, so a changed scope
 * answers with the new terms' rows and the list of terms to drop. Terms belong to the actor and his or her duty.
 */
export type Term = string;

/** POST /api/areas/:areaId/pull */
export interface PullRequest {
  readonly protocol: number;
  readonly deviceId: string;
  /** Terms held → cursor (the version up to which their rows are held). */
  readonly held: Readonly<Record<Term, number>>;
  /** How many commands wait in this device's outbox, so that a leader sees whose phone is silent. */
  readonly pending: number;
  /** What the page was built as. */
  readonly appVersion?: string | undefined;
  /** Whether the browser promised to keep what is stored. */
  readonly persisted?: boolean | undefined;
  /** The device reads `PackedResponse`. Older pages do not say so and get rows as they are. */
  readonly columns?: boolean | undefined;
  /** With `columns`: the device reads an answer in lines (`lines.ts`). */
  readonly lines?: boolean | undefined;
}

export interface PulledRow {
  readonly id: string;
  readonly [field: string]: unknown;
}

/** Rows of one collection, e.g. `testing.tube`, changed after the cursor. */
export interface CollectionDelta {
  readonly rows: readonly PulledRow[];
  /** Ids that left the term: removed or no longer for this actor. */
  readonly gone: readonly string[];
}

export interface TermDelta {
  readonly term: Term;
  /** True: replace everything held of the term (first time, or the cursor is older than the tombstones). */
  readonly snapshot: boolean;
  /** The new cursor. */
  readonly version: number;
  /**
   * True: the page was full and stops at `version`; a further pull with that cursor goes on (`snapshot` is then false).
   * A server cuts a page between versions, rows ordered by version, so that no version's rows are torn, and never below the
   * tombstones' floor. Until a page
   * says false the term's rows are not yet one state, and a phone refuses nothing by them.
   */
  readonly more: boolean;
  readonly collections: Readonly<Record<string, CollectionDelta>>;
}

export interface PullResponse {
  readonly protocol: number;
  readonly now: number;
  /**
   * The area's version of the one view this was read from. A held term that is neither in `terms` nor in `drop` has
   * nothing newer: its cursor moves here. Without `more` anywhere the phone holds everything up to this version, and
   * commands answered with a version up to it are no longer pending.
   */
  readonly version: number;
  readonly terms: readonly TermDelta[];
  /** Held terms this actor may no longer hold: erase their rows, never the outbox. */
  readonly drop: readonly Term[];
  /** When what was pulled must be erased, also without a network, epoch ms of the server's clock; null: not limited. */
  readonly holdUntil?: number | null;
}

/**
 * Many rows of one collection by columns: names of fields stand once, and so do values that come again, such as a
 * building's label. A tenth of the rows' text to make, send, read and seal; the rows that come out are the same.
 */
export interface PackedRows {
  readonly count: number;
  readonly columns: Readonly<Record<string, Column>>;
  /** Field → indexes of the rows that do not have it. */
  readonly lacking: Readonly<Record<string, readonly number[]>>;
}

/** One value per row; or the value of all rows; or the few different ones, and which of them each row has. */
export type Column =
  | readonly unknown[]
  | { readonly all: unknown }
  | { readonly values: readonly unknown[]; readonly at: readonly number[] };

/** A collection as it travels to whoever reads columns, and as it rests on a phone. */
export type PackedDelta =
  | CollectionDelta
  | {
      readonly packed: PackedRows;
      readonly gone: readonly string[];
      /** The same as the bytes of its JSON, where it came in a line of its own. */
      readonly [CAME_AS]?: Uint8Array;
    };

/** A symbol, so that it never becomes part of a text or a copy. */
export const CAME_AS = Symbol('came as');

/** A `PullResponse` with long collections by columns, for a device that reads them. */
export interface PackedResponse extends Omit<PullResponse, 'terms'> {
  readonly terms: readonly PackedTerm[];
}

export interface PackedTerm extends Omit<TermDelta, 'collections'> {
  readonly collections: Readonly<Record<string, PackedDelta>>;
}

/** GET /api/areas/:areaId/live, server-sent events: `data: {"version":n}` after each batch that changed the area. */
export interface LiveMessage {
  readonly version: number;
}
