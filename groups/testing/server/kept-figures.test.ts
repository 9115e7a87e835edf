import { afterAll, beforeAll, expect, it } from 'vitest';
import type { LabOutcome } from '../contract/rows.ts';
import { TestingWorld } from '../testing/world.ts';
import { testingFigures } from './kept-figures.ts';

const HOUR = 3_600_000;

let t: TestingWorld;
beforeAll(async () => {
  t = await TestingWorld.open({ people: 12 });
});
afterAll(() => t.close());

const swab = async (people: readonly number[], code: string) => {
  const tubeId = t.newId();
  for (const person of people) await t.send('testing.sample', t.scan(person, code, tubeId), t.sampler);
};
const say = (tubeCode: string, outcome: LabOutcome) =>
  t.send('testing.record-results', {
    roundId: t.roundId,
    results: [{ resultId: t.newId(), tubeCode, outcome, note: '', reportedAt: null }],
  });
const today = () => new Date(t.world.clock.now() + 8 * HOUR).toISOString().slice(0, 10);

it('keeps of testing what it came to per round and day, in a row that speaks of nobody', async () => {
  await t.openRound();
  const { name } = t.round;
  const first = today();
  await swab([0, 1, 2], 'A1');
  await swab([3, 0], 'A2');
  await say('A1', 'positive');
  t.world.clock.advance(24 * HOUR);
  const second = today();
  // The laboratory's later word stands, on the day it came.
  await say('A1', 'negative');
  await say('A2', 'invalid');
  await swab([4], 'A3');
  t.renewRound();
  await t.openRound();
  await swab([5], 'B1');

  const rows = await t.world.read((tx) => testingFigures.read(tx));
  expect(rows).toEqual([
    [name, first, 5, 4, 2, 0, 0, 0],
    [name, second, 1, 1, 1, 1, 0, 1],
    [t.round.name, second, 1, 1, 1, 0, 0, 0],
  ]);
  expect(rows.every((row) => row.length === testingFigures.columns.length)).toBe(true);
  const text = JSON.stringify(rows);
  for (const id of [...t.people, ...t.buildings, t.sampler.id, t.leader.id]) expect(text).not.toContain(id);
});
