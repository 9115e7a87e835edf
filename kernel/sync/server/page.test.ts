import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CollectionDelta, PulledRow } from '../protocol.ts';
import { cutPage } from './page.ts';

const rows = (...versions: number[]): CollectionDelta => ({
  rows: versions.map((version, i) => ({ id: `${version}-${i}`, version })),
  gone: [],
});
const whole = { since: 0, version: 100, tombstoneFloor: 0 };
const versionsIn = (delta: CollectionDelta | undefined) => delta?.rows.map((row) => row.version);

describe('a page of rows', () => {
  it('is everything where everything fits', () => {
    const collections = { a: rows(3, 1), b: rows(2) };
    expect(cutPage(collections, whole, 3)).toEqual({ version: 100, more: false, collections });
  });

  it('stops between two versions, in every collection at the same one', () => {
    const page = cutPage({ a: rows(9, 1, 2), b: rows(2, 3, 8) }, whole, 4);
    expect(page).toMatchObject({ version: 3, more: true });
    expect(versionsIn(page.collections.a)).toEqual([1, 2]);
    expect(versionsIn(page.collections.b)).toEqual([2, 3]);
  });

  it('never tears what one command did', () => {
    expect(cutPage({ a: rows(1, 2, 2, 2, 5) }, whole, 3).version).toBe(1);
    const page = cutPage({ a: rows(2, 2, 2, 2, 5) }, whole, 3);
    expect([page.version, versionsIn(page.collections.a)]).toEqual([2, [2, 2, 2, 2]]);
  });

  it('never stops below the floor of the tombstones, where the next pull would begin anew', () => {
    expect(cutPage({ a: rows(1, 2, 3, 4) }, { ...whole, tombstoneFloor: 3 }, 1)).toMatchObject({
      version: 3,
      more: true,
    });
  });

  it('moves on from the cursor, whatever old or missing version a row has', () => {
    const odd: CollectionDelta = { rows: [{ id: 'none' }, { id: 'old', version: 2 }], gone: ['left'] };
    const page = cutPage({ a: odd, b: rows(60, 70) }, { ...whole, since: 50 }, 1);
    expect(page).toMatchObject({ version: 51, more: true });
    expect(page.collections.a).toEqual(odd);
  });

  it('gives, page after page, every row once and comes to an end', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 60 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 0, max: 10 }),
        (versions, limit, tombstoneFloor) => {
          const all = rows(...versions).rows;
          const got: PulledRow[] = [];
          let since = 0;
          for (let more = true; more; ) {
            const changed = all.filter((row) => Number(row.version) > since);
            const page = cutPage(
              { a: { rows: changed, gone: [] } },
              { since, version: 30, tombstoneFloor },
              limit,
            );
            expect(page.version).toBeGreaterThan(since);
            got.push(...(page.collections.a?.rows ?? []));
            [since, more] = [page.version, page.more];
          }
          expect(got.map((row) => row.id).sort()).toEqual(all.map((row) => row.id).sort());
        },
      ),
    );
  });
});
