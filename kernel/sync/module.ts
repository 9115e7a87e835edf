import type { Actor } from '../access/access.ts';
import type { AreaTx } from '../db/area-tx.ts';
import type { CollectionDelta, Term } from './protocol.ts';

/**
 * Which rows reach which device and why: the read side of sync that a module declares in `server/sync.ts`.
 * All three run in the repeatable-read view of the pull.
 */
export interface SyncSource {
  /** The prefix of its terms, e.g. `testing.round`. */
  readonly name: string;
  /** The terms this actor may hold at that time; a stranger gets none. */
  terms(tx: AreaTx, actor: Actor, at: number): Promise<readonly Term[]>;
  /**
   * Rows of one allowed term changed after `since` (0: all that live), already cut to the fields the duty needs and
   * masked on the server. Keys are collection names.
   */
  delta(
    tx: AreaTx,
    actor: Actor,
    term: Term,
    since: number,
  ): Promise<Readonly<Record<string, CollectionDelta>>>;
}
