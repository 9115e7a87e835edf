import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backoff } from './backoff.ts';
import { measureClock } from './clock-offset.ts';
import { needsCompaction } from './compaction.ts';
import { HeldRows } from './held-rows.ts';
import { reasonOf } from './http-transport.ts';
import { cut, SEGMENT_ROWS } from './pages.ts';
import { createTurn } from './turn.ts';

describe('backoff', () => {
  it('doubles up to a minute, stays in the upper half, and waits as long as it was asked to', () => {
    expect(backoff(1, 0)).toBe(500);
    expect(backoff(3, 1)).toBe(4000);
    expect(backoff(50, 1)).toBe(60_000);
    expect(backoff(50, 0)).toBe(30_000);
    expect(backoff(1, 0.5, 90_000)).toBe(90_000);
  });
});

describe('measureClock', () => {
  it('is wrong by at most half the round trip', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e9, max: 1e9 }),
        fc.nat(10_000),
        fc.nat(10_000),
        (ahead, there, back) => {
          const measure = measureClock(null, 0, there + back, there + ahead);
          expect(Math.abs((measure?.offset ?? Number.NaN) - ahead)).toBeLessThanOrEqual(
            (there + back) / 2 + 1,
          );
        },
      ),
    );
  });

  it('keeps a measure through jitter, takes a sharper one, and notices a clock that was set', () => {
    const first = { offset: 100, roundTrip: 200 };
    expect(measureClock(first, 0, 300, 300)).toBe(first);
    expect(measureClock(first, 0, 20, 130)).toEqual({ offset: 120, roundTrip: 20 });
    expect(measureClock(first, 0, 200, 60_100)).toEqual({ offset: 60_000, roundTrip: 200 });
    expect(measureClock(first, 0, 60_000, 0)).toBe(first);
    expect(measureClock(first, 10, 0, 0)).toBe(first);
  });
});

describe('reasonOf', () => {
  it('tells what the client can do about a status', () => {
    expect([401, 403, 409, 426, 413, 400, 422, 408, 429, 500, 503].map((status) => reasonOf(status))).toEqual(
      [
        'signed-out',
        'signed-out',
        'outdated',
        'outdated',
        'too-large',
        'malformed',
        'malformed',
        'unreachable',
        'unreachable',
        'unreachable',
        'unreachable',
      ],
    );
  });
});

describe('cut', () => {
  it('keeps every row and gone id once, in order, in bodies that are not too large', () => {
    const row = (id: number) => ({ id: `r${id}` });
    fc.assert(
      fc.property(fc.nat(2 * SEGMENT_ROWS), fc.nat(50), (rows, gone) => {
        const all = Array.from({ length: rows }, (_, i) => row(i));
        const left = Array.from({ length: gone }, (_, i) => `g${i}`);
        const bodies = cut({ a: { rows: all, gone: left }, b: { rows: [row(-1)], gone: [] } });
        const parts = bodies.flatMap((body) => body.collections.a ?? []);
        expect(parts.flatMap((part) => ('rows' in part ? part.rows : []))).toEqual(all);
        expect(parts.flatMap((part) => part.gone)).toEqual(left);
        expect(bodies.length).toBe(Math.ceil((rows + gone + 1) / SEGMENT_ROWS));
      }),
      { numRuns: 8 },
    );
  });
});

describe('needsCompaction', () => {
  it('waits until a term has many more segments than its rows fill', () => {
    const cursor = { holder: 'm', term: 't', version: 1, more: false, first: 10 };
    expect(needsCompaction({ ...cursor, next: 27 }, 500)).toBe(false);
    expect(needsCompaction({ ...cursor, next: 28 }, 500)).toBe(true);
    expect(needsCompaction({ ...cursor, next: 28 }, 25_000)).toBe(false);
  });
});

describe('HeldRows', () => {
  const delta = (rows: { id: string; n: number }[], gone: string[] = []) => ({ c: { rows, gone } });

  it('keeps a row until the last term lets it go, and shows its freshest copy', () => {
    const held = new HeldRows();
    held.apply('a', 5, delta([{ id: 'x', n: 5 }]));
    held.apply('b', 7, delta([{ id: 'x', n: 7 }]));
    expect(held.takeChanges().get('c')).toEqual({ rows: [{ id: 'x', n: 7 }], blocks: [], gone: [] });
    held.drop('b');
    expect(held.takeChanges().get('c')).toEqual({ rows: [{ id: 'x', n: 5 }], blocks: [], gone: [] });
    held.apply('a', 9, delta([], ['x']));
    expect(held.takeChanges().get('c')).toEqual({ rows: [], blocks: [], gone: ['x'] });
    expect(held.takeChanges().size).toBe(0);
  });

  it('shows equally fresh copies of one row the same way, whichever came first', () => {
    const show = (order: string[]) => {
      const held = new HeldRows();
      for (const term of order) held.apply(term, 3, delta([{ id: 'x', n: term === 'a' ? 1 : 2 }]));
      return held.takeChanges().get('c')?.rows;
    };
    expect(show(['a', 'b'])).toEqual(show(['b', 'a']));
  });
});

describe('createTurn', () => {
  it('runs one after the other, also after a failure', async () => {
    const turn = createTurn();
    const seen: string[] = [];
    const slow = turn(async () => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      seen.push('slow');
      throw new Error('failed');
    });
    const next = turn(async () => seen.push('next'));
    await expect(slow).rejects.toThrow('failed');
    await next;
    expect(seen).toEqual(['slow', 'next']);
  });
});
