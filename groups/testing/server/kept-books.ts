import type { AreaTx } from '#kernel/db/area-tx.ts';
import { type AreaView, readAreaView } from '#kernel/sync/server/area-view.ts';
import { Turns } from '#kernel/together/turns.ts';
import type { Round } from '../contract/rows.ts';
import { RoundBook } from '../domain/round-book.ts';
import type { RoundCounts } from '../domain/round-counts.ts';
import { codeKey } from './sample-codes.ts';
import { bringUp } from './store-book.ts';
import { countRound } from './store-figures.ts';

interface Led {
  readonly book: RoundBook;
  /** The area's version it was brought up to. */
  readonly version: number;
  /** The key its codes are told apart by. */
  readonly codeKey: string;
}

interface Kept {
  /** Looks at one round take turns, so that its book never goes back. */
  readonly turns: Turns;
  led: Led | null;
}

/** A round of 25,000 takes some ten megabytes. */
const ROUNDS_KEPT = 8;

/**
 * Open rounds as a phone would hold them: brought up at each look by what has changed since the last, by version and
 * tombstone, so that a look costs what happened since. Where no book can say what this view shows, the database counts.
 */
export class KeptBooks {
  /** By area and round, the one looked at last at the end. */
  private readonly kept = new Map<string, Kept>();

  async countsOf(tx: AreaTx, round: Pick<Round, 'id' | 'state'>): Promise<RoundCounts> {
    // A closed round changes seldom, and some day loses its names: then places get other ids, which nobody is told.
    const key = round.state === 'open' ? codeKey(tx) : null;
    if (key === null) return countRound(tx, round);
    const kept = this.keptOf(`${tx.areaId}/${round.id}`);
    const counts = await kept.turns.take(() => lookUp(tx, round.id, kept, key));
    return counts ?? countRound(tx, round);
  }

  private keptOf(name: string): Kept {
    const kept = this.kept.get(name) ?? { turns: new Turns(), led: null };
    this.kept.delete(name);
    this.kept.set(name, kept);
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= ROUNDS_KEPT) break;
      this.kept.delete(oldest);
    }
    return kept;
  }
}

/** @returns null where this view was opened before the one the book was brought up to */
async function lookUp(tx: AreaTx, roundId: string, kept: Kept, key: string): Promise<RoundCounts | null> {
  const view = await readAreaView(tx);
  const led = kept.led && goesOn(kept.led, view, key) ? kept.led : null;
  if (led && led.version > view.version) return null;
  const { book, version } = led ?? { book: new RoundBook(), version: 0 };
  if (version < view.version) await bringUp(tx, book, roundId, version);
  kept.led = { book, version: view.version, codeKey: key };
  return book.count();
}

const goesOn = (led: Led, view: AreaView, key: string): boolean =>
  led.codeKey === key && led.version >= view.tombstoneFloor;
