import type { AreaTx } from '#kernel/db/area-tx.ts';
import { type AreaView, readAreaView } from '#kernel/sync/server/area-view.ts';
import type { Round } from '../contract/rows.ts';
import { RoundBook } from '../domain/round-book.ts';
import type { RoundCounts } from '../domain/round-counts.ts';
import { codeKey } from './sample-codes.ts';
import { bringUp } from './store-book.ts';
import { countRound } from './store-figures.ts';

interface Kept {
  readonly book: RoundBook;
  /** The area's version it was brought up to. */
  version: number;
  /** The key its codes are told apart by. */
  readonly codeKey: string;
}

/** A round of 25,000 takes some ten megabytes. */
const ROUNDS_KEPT = 8;

/**
 * Open rounds as a phone would hold them: brought up at each look by what has changed since the last, by version and
 * tombstone, so that a look costs what happened since. Where no book can say what this view shows, the database counts.
 */
export class KeptBooks {
  private readonly kept = new Map<string, Kept>();
  /** The latest look at each round: they take turns, so that a book never goes back. */
  private readonly turns = new Map<string, Promise<unknown>>();

  async countsOf(tx: AreaTx, round: Pick<Round, 'id' | 'state'>): Promise<RoundCounts> {
    // A closed round changes seldom, and some day loses its names: then places get other ids, which nobody is told.
    const key = round.state === 'open' ? codeKey(tx) : null;
    if (key === null) return countRound(tx, round);
    const name = `${tx.areaId}/${round.id}`;
    const before = this.turns.get(name) ?? Promise.resolve();
    const look = before.then(() => this.lookUp(tx, round.id, name, key));
    const turn = look.then(ignore, ignore);
    this.turns.set(name, turn);
    try {
      return (await look) ?? (await countRound(tx, round));
    } finally {
      if (this.turns.get(name) === turn) this.turns.delete(name);
    }
  }

  /** @returns null where this view was opened before the one the book was brought up to */
  private async lookUp(tx: AreaTx, roundId: string, name: string, key: string): Promise<RoundCounts | null> {
    const view = await readAreaView(tx);
    const known = this.kept.get(name);
    const kept = known && goesOn(known, view, key) ? known : null;
    if (kept && kept.version > view.version) return null;
    const { book, version } = kept ?? { book: new RoundBook(), version: 0 };
    if (version < view.version) await bringUp(tx, book, roundId, version);
    this.keep(name, { book, version: view.version, codeKey: key });
    return book.count();
  }

  private keep(name: string, kept: Kept): void {
    this.kept.delete(name);
    this.kept.set(name, kept);
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= ROUNDS_KEPT) break;
      this.kept.delete(oldest);
    }
  }
}

const goesOn = (kept: Kept, view: AreaView, key: string): boolean =>
  kept.codeKey === key && kept.version >= view.tombstoneFloor;

/** Whose look failed is told by his own; the next only waits for its end. */
const ignore = (): void => undefined;
