import { describe, expect, it } from 'vitest';
import type { Answer } from '../../command/command.ts';
import type { PullResponse, TermDelta } from '../protocol.ts';
import { afterPull, isPending, planPage, replaces, takeAnswer } from './merge.ts';
import type { OutboxRecord } from './records.ts';

const part = (term: string, version: number, more: Partial<TermDelta> = {}): TermDelta => ({
  term,
  version,
  snapshot: false,
  more: false,
  collections: {},
  ...more,
});
const page = (version: number, terms: TermDelta[], drop: string[] = []): PullResponse => ({
  protocol: 1,
  now: 0,
  version,
  terms,
  drop,
});
const held = (cursors: Record<string, number>, unfinished: string[] = []) =>
  new Map(
    Object.entries(cursors).map(([term, version]) => [term, { version, more: unfinished.includes(term) }]),
  );
const answer = (first: Answer['first'], version: number): Answer => ({
  id: 'c1',
  outcome: first,
  first,
  version,
  problems: [],
});
const entry = (said: Answer | null): OutboxRecord => ({
  seq: 1,
  id: 'c1',
  envelope: '',
  relay: null,
  authorId: 'm',
  madeAt: 0,
  offset: null,
  state: said ? 'answered' : 'pending',
  answer: said,
  confirmedAt: null,
});

describe('a pulled page', () => {
  it('brings a new term, moves a held one, advances a silent one and drops one', () => {
    const plan = planPage(
      { a: 5, b: 6, c: 7 },
      held({ a: 5, b: 6, c: 7 }),
      page(9, [part('a', 9), part('n', 9, { snapshot: true })], ['c']),
    );
    expect(plan.take.map((p) => p.term)).toEqual(['a', 'n']);
    expect(plan).toMatchObject({ drop: ['c'], advance: ['b'], stale: [], seen: 9, rewound: null });
  });

  it('that comes twice changes nothing the second time', () => {
    const asked = { a: 5 };
    const plan = planPage(asked, held({ a: 9, n: 9 }), page(9, [part('a', 9), part('n', 9)], []));
    expect(plan).toMatchObject({ take: [], drop: [], advance: [], stale: ['a', 'n'], seen: null });
  });

  it('that is overtaken does not drop what came back meanwhile', () => {
    const plan = planPage({ a: 5 }, held({ a: 8 }), page(7, [], ['a']));
    expect(plan).toMatchObject({ drop: [], stale: ['a'], seen: null, rewound: null });
  });

  it('with more to come confirms nothing', () => {
    const plan = planPage({ a: 5 }, held({ a: 5 }), page(9, [part('a', 7, { more: true })]));
    expect(plan.seen).toBeNull();
  });

  it('does not pass over a term whose pages are not all there', () => {
    const plan = planPage({ a: 5, b: 3 }, held({ a: 5, b: 3 }, ['b']), page(9, [part('a', 9)]));
    expect(plan).toMatchObject({ advance: [], seen: null });
  });

  it('of a restored server takes its word, and says from where on answers are void', () => {
    const plan = planPage({ a: 50 }, held({ a: 50 }), page(40, [part('a', 40, { snapshot: true })]));
    expect(plan).toMatchObject({ seen: 40, rewound: 40 });
  });

  it('replaces a term when it says so or when nothing is held', () => {
    expect(replaces(part('a', 9), held({ a: 5 }))).toBe(false);
    expect(replaces(part('a', 9, { snapshot: true }), held({ a: 5 }))).toBe(true);
    expect(replaces(part('a', 9), held({}))).toBe(true);
  });
});

describe('a waiting command', () => {
  it('is pending until it is answered and its rows are pulled', () => {
    expect(isPending(entry(null), 99)).toBe(true);
    expect(isPending(entry(answer('done', 7)), 6)).toBe(true);
    expect(isPending(entry(answer('done', 7)), 7)).toBe(false);
    expect(isPending(entry(answer('flagged', 7)), 6)).toBe(true);
    expect(isPending(entry(answer('refused', 7)), 0)).toBe(false);
  });

  it('takes the first answer and no later one', () => {
    const first = takeAnswer(entry(null), answer('done', 7));
    expect(first).toMatchObject({ state: 'answered', answer: { version: 7 } });
    expect(takeAnswer(first, answer('refused', 8))).toBe(first);
    expect(takeAnswer(entry(null), { ...answer('done', 7), id: 'other' }).answer).toBeNull();
  });

  it('leaves when done, stays when there is a reason to read, is never touched unanswered', () => {
    const plan = { seen: 9, rewound: null };
    expect(afterPull(entry(answer('done', 9)), plan, 1)).toBe('leaves');
    expect(afterPull(entry(answer('flagged', 9)), plan, 1)).toMatchObject({ confirmedAt: 1 });
    expect(afterPull(entry(answer('refused', 9)), plan, 1)).toMatchObject({ confirmedAt: 1 });
    expect(afterPull(entry(answer('done', 10)), plan, 1)).toMatchObject({ answer: { version: 10 } });
    const waiting = entry(null);
    expect(afterPull(waiting, { seen: 9, rewound: 3 }, 1)).toBe(waiting);
  });

  it('waits again when the server has forgotten its answer', () => {
    const again = afterPull(entry(answer('done', 45)), { seen: 40, rewound: 40 }, 1);
    expect(again).toMatchObject({ state: 'pending', answer: null });
    expect(afterPull(entry(answer('done', 39)), { seen: 40, rewound: 40 }, 1)).toBe('leaves');
  });
});
