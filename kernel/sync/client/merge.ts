/**
 * The merge of a pulled page with what is held, and of answers with what waits. Pure.
 *
 * Invariants:
 * 1. A term's part of a page is taken only if the cursor it was asked with is the cursor still held. So a page that
 *    comes twice, late, or after another tab's page changes nothing.
 * 2. A cursor never moves without the rows up to it, and never past a page that was not taken.
 * 3. A snapshot replaces everything held of its term; a delta adds to it; a dropped term leaves nothing behind.
 * 4. Nothing that is pulled, dropped or erased ever removes a command that the server has not answered.
 * 5. `seen` moves only when every held term is whole, and a command is pending until it is answered and `seen` has
 *    reached its answer. A refused one has no rows to wait for.
 * 6. When the server's version has gone back (restored from a backup), commands it no longer knows wait again.
 */
import type { Answer } from '../../command/command.ts';
import type { PackedResponse, PackedTerm, Term } from '../protocol.ts';
import type { OutboxRecord } from './records.ts';

export interface HeldCursor {
  readonly version: number;
  readonly more: boolean;
}

export interface PagePlan {
  /** Parts to write and load, each with whether it replaces the term. */
  readonly take: readonly PackedTerm[];
  readonly drop: readonly Term[];
  /** Terms without news whose cursor moves to the page's version. */
  readonly advance: readonly Term[];
  /** Parts that were not taken because the cursor has moved since they were asked for. */
  readonly stale: readonly Term[];
  /** The version up to which everything is held now; null when that cannot be said after this page. */
  readonly seen: number | null;
  /** The server is behind what is held: answers above this version are void. */
  readonly rewound: number | null;
}

/**
 * @param asked the cursors the page was asked with
 * @param held the cursors held now
 */
export function planPage(
  asked: Readonly<Record<Term, number>>,
  held: ReadonlyMap<Term, HeldCursor>,
  page: PackedResponse,
): PagePlan {
  const current = (term: Term) => asked[term] === held.get(term)?.version;
  const listed = new Set([...page.terms.map((part) => part.term), ...page.drop]);
  const silent = [...held.keys()].filter((term) => !listed.has(term));

  const take = page.terms.filter((part) => current(part.term));
  const drop = page.drop.filter((term) => held.has(term) && current(term));
  const advance = silent.filter((term) => {
    const cursor = held.get(term);
    return current(term) && cursor !== undefined && !cursor.more && cursor.version < page.version;
  });
  const stale = [...listed, ...silent].filter((term) => !current(term) && (held.has(term) || term in asked));

  const whole =
    stale.length === 0 &&
    page.terms.every((part) => !part.more) &&
    silent.every((term) => held.get(term)?.more === false);
  const rewound = stale.length === 0 && Object.values(asked).some((version) => version > page.version);
  return {
    take,
    drop,
    advance,
    stale,
    seen: whole ? page.version : null,
    rewound: rewound ? page.version : null,
  };
}

/** Whether a term's part of a page replaces what is held: said so, or nothing is held yet. */
export function replaces(part: PackedTerm, held: ReadonlyMap<Term, HeldCursor>): boolean {
  return part.snapshot || !held.has(part.term);
}

export type Answered = Pick<OutboxRecord, 'state' | 'answer'>;

export function isPending(entry: Answered, seen: number): boolean {
  if (entry.answer === null) return true;
  return entry.answer.first !== 'refused' && entry.answer.version > seen;
}

/** What becomes of an answered entry once `seen` is reached: a done one leaves, a reason to read stays. */
export function afterPull(
  entry: OutboxRecord,
  plan: Pick<PagePlan, 'seen' | 'rewound'>,
  now: number,
): OutboxRecord | 'leaves' {
  if (entry.answer === null) return entry;
  if (plan.rewound !== null && entry.answer.version > plan.rewound) {
    return { ...entry, state: 'pending', answer: null, confirmedAt: null };
  }
  if (plan.seen === null || isPending(entry, plan.seen)) return entry;
  if (entry.answer.first === 'done') return 'leaves';
  return entry.confirmedAt === null ? { ...entry, confirmedAt: now } : entry;
}

/** An answer is taken once; a later copy of it changes nothing. */
export function takeAnswer(entry: OutboxRecord, answer: Answer): OutboxRecord {
  if (entry.answer !== null || entry.id !== answer.id) return entry;
  return { ...entry, state: 'answered', answer };
}
