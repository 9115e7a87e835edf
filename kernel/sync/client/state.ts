import type { CommandEnvelope, Flag } from '../../command/command.ts';
import type { Problem } from '../../problem/problem.ts';

/** What a shell shows of the sync: one line at the top, and whether the outbox screen wants a look. */
export interface SyncState {
  /** Whether the last try reached the server. */
  readonly online: boolean;
  /** Commands on this device, of any author, that no pull has confirmed yet, and files that have not arrived. */
  readonly pending: number;
  /** The files among them. */
  readonly files: number;
  /** Those among them that other people of this device made. */
  readonly others: number;
  /** Answered commands that were refused, or flagged, and not yet dismissed. */
  readonly refused: number;
  readonly flagged: number;
  /** When everything was last pulled, device clock, epoch ms; null before the first time. */
  readonly lastSync: number | null;
  /** Some term's rows are not whole yet (first download): figures must not be shown as final. */
  readonly loading: boolean;
  /** The server no longer speaks this client's protocol: reload the page. The outbox is kept. */
  readonly outdated: boolean;
  /** Sign in again; the outbox is kept. */
  readonly signedOut: boolean;
  /** The server has revoked this device: what was pulled is erased, the outbox still goes. */
  readonly revoked: boolean;
  /** The emergency is over: everything of the area is erased from this device, the outbox included. */
  readonly closed: boolean;
  /** What was pulled has been erased because its time was up, and nothing was pulled since. */
  readonly expired: boolean;
  /** The collections of which rows are on this phone for this member. */
  readonly collections: ReadonlySet<string>;
  readonly storage: StorageState;
}

/** A file that has not arrived yet, as the outbox screen shows it. */
export interface WaitingFile {
  readonly id: string;
  readonly authorId: string;
  /** When it was made, device clock, epoch ms. */
  readonly madeAt: number;
  readonly bytes: number;
}

export interface StorageState {
  /** The browser has cleared what was stored here while the page was open; the outbox was put back from memory. */
  readonly lost: boolean;
  /** A write failed for lack of room since the last write that succeeded. */
  readonly full: boolean;
  /** Whether the browser promised not to evict; null where it cannot say. */
  readonly persisted: boolean | null;
  /** Bytes; null where the browser does not tell. Chromium tells pages 10 GiB more than is used, whatever it has. */
  readonly usage: number | null;
  readonly quota: number | null;
}

/** What the phone's own `decide` thinks of a waiting command. Only a guess. */
export interface Guess {
  readonly flags: readonly Flag[];
  readonly refused: Problem | null;
}

/** One entry as the outbox screen shows it. */
export interface OutboxView {
  readonly id: string;
  /** Null when another author's session sealed it. */
  readonly envelope: CommandEnvelope | null;
  readonly authorId: string;
  /** When it was made, device clock, epoch ms. */
  readonly madeAt: number;
  /**
   * `waiting`: not answered. `taken`: answered, the rows not pulled yet. Both are pending.
   * `flagged` and `refused` stay until they are dismissed; entries that are done leave.
   */
  readonly standing: 'waiting' | 'taken' | 'flagged' | 'refused';
  readonly pending: boolean;
  /** The server's reasons; empty while waiting. */
  readonly problems: readonly Problem[];
  readonly guess: Guess | null;
}

/** What `dispatch` tells at once. */
export type Dispatched =
  /** Kept durably. The flags are the phone's guess of what a leader will have to settle. */
  | { readonly outcome: 'pending'; readonly id: string; readonly flags: readonly Flag[] }
  /** A wish that the known state does not allow: not kept, nothing to wait for. */
  | { readonly outcome: 'refused'; readonly problem: Problem };
