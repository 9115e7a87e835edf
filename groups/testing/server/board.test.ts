import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { selectRows } from '#kernel/db/select.ts';
import type { Board } from '../contract/queries.ts';
import { coverage, sampledResidents } from '../domain/coverage.ts';
import { reconcile } from '../domain/reconcile.ts';
import { openEveryFigure } from '../testing/open-figures.ts';
import { aScript, type Step } from '../testing/scripts.ts';
import { TestingWorld } from '../testing/world.ts';
import { toSample } from './sample-codes.ts';
import { checkInTable, expectedTable, laneTable, packingTable, sampleTable, tubeTable } from './tables.ts';

let t: TestingWorld;

beforeAll(async () => {
  t = await TestingWorld.open({ people: 40, away: 3, poolRatio: 5 });
});
afterAll(() => t.close());

/** A round of its own with the script's deeds in it, some of them taken back. */
async function play(script: readonly Step[]): Promise<void> {
  t.renewRound();
  await t.openRound();
  const tubes = new Map<string, string>();
  const batch = script.map((step) => {
    if (step.do === 'pack') {
      const packed = [{ packingId: t.newId(), code: `T${step.tube}` }];
      const body = { roundId: t.roundId, boxId: t.newId(), boxCode: `B${step.box}`, tubes: packed };
      return t.world.envelope(t.sampler, 'testing.pack-tubes', body);
    }
    const key = `${step.tube}/${step.phone}`;
    const tubeId = tubes.get(key) ?? t.newId();
    tubes.set(key, tubeId);
    return t.world.envelope(
      t.sampler,
      'testing.sample',
      t.scan(step.person, `T${step.tube}`, tubeId, step.lane),
    );
  });
  const undone = batch.flatMap(({ kind, body }, i) => {
    if (kind !== 'testing.sample' || i % 7 !== 0) return [];
    const { sampleId } = body as { sampleId: string };
    const undo = { roundId: t.roundId, sampleId, keepCheckIn: i % 2 === 0 };
    return [t.world.envelope(t.sampler, 'testing.undo-sample', undo)];
  });
  // Somebody watches meanwhile: what he saw is brought up at the next look.
  const half = Math.floor(batch.length / 2);
  for (const part of [batch.slice(0, half), batch.slice(half), undone]) {
    const answers = await t.world.push(t.sampler, part);
    expect(answers.filter((answer) => answer.outcome === 'refused')).toEqual([]);
    await board();
  }
  const voided = [...tubes.values()][0];
  if (voided && script.length % 3 === 0) await throwAway(voided);
}

/** As settling does it, but leaving a sample behind: late ones may come for a tube thrown away. */
const throwAway = (tubeId: string) =>
  t.world.write((tx) =>
    sql`with command as (
        update kernel.area set version = version + 1 where area_id = ${tx.areaId} returning version)
      update testing.tube set voided_at = now(), packed_at = null, box_id = null, version = command.version
      from command where area_id = ${tx.areaId} and round_id = ${t.roundId} and id = ${tubeId}`.execute(
      tx.db,
    ),
  );

const board = (): Promise<Board> => t.ask((testing) => testing.board({ roundId: t.roundId }));

/** The same by the pure rules over all rows. */
const byTheRules = () =>
  t.world.read(async (tx) => {
    const ofRound = sql`round_id = ${t.roundId}`;
    const samples = (await selectRows(tx, sampleTable, ofRound)).map((row) => toSample(tx, row));
    const tubes = await selectRows(tx, tubeTable, ofRound);
    const books = reconcile({
      lanes: await selectRows(tx, laneTable, ofRound),
      tubes,
      samples,
      checkIns: await selectRows(tx, checkInTable, ofRound),
      packings: await selectRows(tx, packingTable, ofRound),
    });
    const expected = await selectRows(tx, expectedTable, ofRound);
    return { books, buildings: coverage(expected, sampledResidents(samples, tubes)) };
  });

const lanesOf = (board: Board) =>
  board.sites
    .flatMap((site) => site.lanes)
    .map(({ laneId, figures, differences }) => ({ laneId, figures, differences: sorted(differences) }));

const sorted = <D extends { kind: string }>(list: readonly D[]): D[] =>
  [...list].sort((a, b) => (a.kind < b.kind ? -1 : 1));

describe('the board', () => {
  it('says what the rules say, whatever was done, and every figure opens to as many rows', async () => {
    await fc.assert(
      fc.asyncProperty(aScript, async (script) => {
        await play(script);
        const shown = await board();
        const { books, buildings } = await byTheRules();
        const ruled = books.lanes.map(({ laneId, figures, differences }) => ({
          laneId,
          figures,
          differences: sorted(
            differences.map(({ kind, people, ids }) => ({ kind, people, rows: ids.length })),
          ),
        }));
        const byLane = (a: { laneId: string }, b: { laneId: string }) => (a.laneId < b.laneId ? -1 : 1);
        expect(lanesOf(shown).sort(byLane)).toEqual(ruled.sort(byLane));
        expect(shown).toMatchObject({
          total: books.total,
          people: books.people,
          repeats: books.repeatedSampleIds.length,
          unknownPackings: books.unknownPackingIds.length,
        });
        const missed = buildings.reduce((sum, building) => sum + building.missed, 0);
        expect(shown.coverage.missed).toBe(missed);
        for (const { figure, laneId, said, rows } of await openEveryFigure(t, shown)) {
          expect(rows, `${figure} of ${laneId ?? 'the round'}`).toBe(said);
        }
      }),
      { numRuns: 12 },
    );
  }, 120_000);
});
