import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SupplyEntry } from '../../contract/supply-rows.ts';
import { type Done, reckonSupply } from './reckon.ts';

type Entry = Parameters<typeof reckonSupply>[1][number];
const SWAB = { kind: 'swab', name: '' } as const;

const entry = (
  deed: SupplyEntry['deed'],
  quantity: number,
  at: number,
  voidedAt: number | null = null,
): Entry => ({
  ...SWAB,
  id: `${String(at).padStart(3, '0')}-${deed}`,
  deed,
  quantity,
  at,
  voidedAt,
});
const reckon = (entries: readonly Entry[], done: Done | null = null) => reckonSupply(SWAB, entries, done);
const words = (entries: readonly Entry[], done: Done | null = null) =>
  reckon(entries, done).differences.map(({ kind, pieces }) => `${kind} ${pieces}`);

describe('a lane’s swabs', () => {
  it('are what was issued until the lane says what it received', () => {
    expect(reckon([entry('issued', 100, 1)])).toMatchObject({
      issued: 100,
      received: 0,
      left: null,
      used: null,
    });
    expect(words([entry('issued', 100, 1)])).toEqual([]);
    expect(words([entry('issued', 100, 1), entry('received', 90, 2)])).toEqual(['not-received 10']);
    expect(words([entry('issued', 100, 1), entry('received', 110, 2)])).toEqual(['received-more 10']);
  });

  it('used are what came, less what went back and what is left', () => {
    const day = [
      entry('issued', 100, 1),
      entry('received', 100, 2),
      entry('counted', 40, 5),
      entry('returned', 10, 7),
    ];
    expect(reckon(day)).toMatchObject({ left: 30, used: 60, returned: 10, differences: [] });
    // A second box came after the count.
    const more = [...day, entry('issued', 50, 8), entry('received', 50, 9)];
    expect(reckon(more)).toMatchObject({ left: 80, used: 60 });
    // And the later count is the one that holds.
    expect(reckon([...more, entry('counted', 20, 12)])).toMatchObject({ left: 20, used: 120 });
  });

  it('agree with the samples, and with those taken back where a swab may be gone as well', () => {
    const day = [entry('issued', 100, 1), entry('counted', 40, 5)];
    expect(words(day, { least: 60, most: 60 })).toEqual([]);
    expect(words(day, { least: 57, most: 61 })).toEqual([]);
    expect(words(day, { least: 50, most: 52 })).toEqual(['used-more 8']);
    expect(words(day, { least: 70, most: 72 })).toEqual(['used-less 10']);
    // Nothing is said of swabs that nobody has counted.
    expect(words([entry('issued', 100, 1)], { least: 50, most: 50 })).toEqual([]);
  });

  it('that are left or returned beyond what came are named', () => {
    expect(words([entry('issued', 10, 1), entry('counted', 15, 2)])).toEqual(['more-than-came 5']);
    expect(words([entry('issued', 10, 1), entry('returned', 12, 2)])).toEqual(['more-than-came 2']);
  });

  it('of a voided line do not count', () => {
    const lines = [entry('issued', 100, 1), entry('issued', 900, 2, 3), entry('counted', 5, 4, 6)];
    expect(reckon(lines)).toMatchObject({ issued: 100, left: null });
  });
});

const someEntry = fc
  .record({
    deed: fc.constantFrom('issued', 'received', 'counted', 'returned' as const),
    quantity: fc.nat(500),
    at: fc.nat(50),
    voidedAt: fc.option(fc.constant(60), { freq: 4 }),
    id: fc.uuid(),
  })
  .map((row): Entry => ({ ...SWAB, ...row }) as Entry);

describe('whatever is recorded, in whatever order', () => {
  const done = fc.tuple(fc.nat(400), fc.nat(20)).map(([least, more]) => ({ least, most: least + more }));

  it('the sums make up what came, and arrival changes nothing', () => {
    fc.assert(
      fc.property(fc.uniqueArray(someEntry, { selector: (e) => e.id }), done, (entries, set) => {
        const found = reckon(entries, set);
        expect(reckon([...entries].reverse(), set)).toEqual(found);
        const standing = entries.filter((e) => e.voidedAt === null);
        const came = standing.some((e) => e.deed === 'received') ? found.received : found.issued;
        if (found.left !== null && found.used !== null) {
          expect(found.used + found.returned + found.left).toBe(came);
        } else expect(standing.some((e) => e.deed === 'counted')).toBe(false);
      }),
    );
  });

  it('pieces that samples cannot account for are named to the piece', () => {
    fc.assert(
      fc.property(fc.array(someEntry), done, (entries, set) => {
        const { used, differences } = reckon(entries, set);
        const pieces = (kind: string) => differences.find((d) => d.kind === kind)?.pieces ?? 0;
        if (used === null || used < 0) return;
        const explained = used - pieces('used-more') + pieces('used-less');
        expect(explained).toBeGreaterThanOrEqual(set.least);
        expect(explained).toBeLessThanOrEqual(set.most);
      }),
    );
  });
});
