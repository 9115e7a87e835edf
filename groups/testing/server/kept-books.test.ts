import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { readAreaView } from '#kernel/sync/server/area-view.ts';
import { forgetTombstones } from '#kernel/sync/server/tombstones.ts';
import type { CoverageCount, LaneCount, RoundCounts } from '../domain/round-counts.ts';
import { TestingWorld } from '../testing/world.ts';
import { KeptBooks } from './kept-books.ts';
import { countRound } from './store-figures.ts';

/** A book that is led on from look to look says what the database counts in the same view; see also board.test.ts. */
let t: TestingWorld;
let books: KeptBooks;

beforeAll(async () => {
  t = await TestingWorld.open({ people: 12 });
});
afterAll(() => t.close());
beforeEach(async () => {
  books = new KeptBooks();
  t.renewRound();
  await t.openRound();
});

const scan = (person: number | null, tube: string) =>
  t.send('testing.sample', t.scan(person, tube, t.newId()), t.sampler);
const open = () => ({ id: t.roundId, state: 'open' as const });
const look = (tx: AreaTx) => books.countsOf(tx, open());

/** In one order, without the rows in which nothing is counted. */
function plain({ lanes, people, coverage }: RoundCounts): unknown {
  const key = (row: LaneCount | CoverageCount): string => JSON.stringify(Object.entries(row).sort());
  const counted = lanes.filter(({ scans, tubes }) => scans + tubes > 0);
  return { people, lanes: counted.map(key).sort(), coverage: coverage.map(key).sort() };
}

/** The book's figures and the database's, of one view. */
const both = () =>
  t.world.read(async (tx) => ({ kept: plain(await look(tx)), counted: plain(await countRound(tx, open())) }));

async function bothAgree(): Promise<void> {
  const { kept, counted } = await both();
  expect(kept).toEqual(counted);
}

describe('a book of an open round', () => {
  it('is led on by what happened since the last look', async () => {
    await bothAgree();
    await scan(0, 'K-1');
    await scan(1, 'K-2');
    const { kept } = await both();
    expect(kept).toMatchObject({ people: 2 });
    await scan(null, 'K-3');
    await bothAgree();
  });

  it('shows a view that was opened before its last look what that view holds', async () => {
    await scan(0, 'K-1');
    const seen = await t.world.read(async (before) => {
      await sql`select`.execute(before.db);
      await scan(1, 'K-2');
      const after = await t.world.read(look);
      return { before: (await look(before)).people, after: after.people };
    });
    expect(seen).toEqual({ before: 1, after: 2 });
  });

  it('is right for everybody who looks at the same time', async () => {
    await scan(0, 'K-1');
    const looks = await Promise.all(Array.from({ length: 8 }, () => t.world.read(look)));
    expect(looks.map(({ people }) => people)).toEqual(Array(8).fill(1));
  });

  it('is begun anew when it is forgotten who left the list since', async () => {
    await bothAgree();
    const merge = { keptId: t.person(2), mergedId: t.person(3), take: [], reason: '同一人' };
    expect(await t.desk('people.merge-residents', merge)).toMatchObject({ outcome: 'done' });
    await t.world.write(async (tx) => forgetTombstones(tx, (await readAreaView(tx)).version));
    await bothAgree();
  });

  it('is begun anew when codes stand under another key, which no version tells', async () => {
    await scan(null, 'K-1');
    await scan(null, 'K-2');
    expect((await t.world.read(look)).people).toBe(1);
    await t.world.write((tx) =>
      sql`update testing.sample set code_blind = uuid_send(id)
        where area_id = ${tx.areaId} and round_id = ${t.roundId}`.execute(tx.db),
    );
    expect((await t.world.read(look)).people).toBe(1);
    const under = (...indexes: string[]) =>
      t.world.read((tx) =>
        look({ ...tx, keys: { ...tx.keys, blindIndexes: () => indexes.map((index) => Buffer.from(index)) } }),
      );
    expect((await under('new', 'old')).people).toBe(2);
    expect((await t.world.read(look)).people).toBe(1);
    expect((await under('new')).people).toBe(2);
  });

  it('ends with the round: the database counts a closed one', async () => {
    await scan(0, 'K-1');
    await t.world.read(look);
    await t.world.write((tx) =>
      sql`update testing.sample set voided_at = now()
        where area_id = ${tx.areaId} and round_id = ${t.roundId}`.execute(tx.db),
    );
    const closed = await t.world.read((tx) => books.countsOf(tx, { id: t.roundId, state: 'closed' }));
    expect(closed.people).toBe(0);
  });
});
