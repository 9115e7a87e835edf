import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LabOutcome } from '../contract/rows.ts';
import { TestingWorld } from '../testing/world.ts';

let t: TestingWorld;
beforeAll(async () => {
  t = await TestingWorld.open({ people: 12 });
  await t.openRound();
});
afterAll(() => t.close());

const said = (tubeCode: string, outcome: LabOutcome, note = '') => ({
  resultId: t.newId(),
  tubeCode,
  outcome,
  note,
  reportedAt: null,
});
const record = (results: ReturnType<typeof said>[], actor = t.leader) =>
  t.send('testing.record-results', { roundId: t.roundId, results }, actor);
const tubes = async () => (await t.ask((c) => c.results({ roundId: t.roundId }))).tubes;
const recall = async (roundId = t.roundId) => (await t.ask((c) => c.recall({ roundId }))).people;

describe('results of a round', () => {
  it('match tubes by code; what no phone has brought is listed as unmatched', async () => {
    const [one, two] = [t.newId(), t.newId()];
    for (const person of [0, 1, 2]) await t.send('testing.sample', t.scan(person, 'A1', one), t.sampler);
    for (const person of [3, 4]) await t.send('testing.sample', t.scan(person, 'A2', two), t.sampler);
    expect(await record([said('A1', 'positive', 'N Ct 29'), said('Z9', 'negative')])).toMatchObject({
      outcome: 'done',
    });
    expect((await tubes()).map((x) => [x.tubeCode, x.outcome, x.people, x.unmatched])).toEqual([
      ['A1', 'positive', 3, false],
      ['A2', null, 2, false],
      ['Z9', 'negative', 0, true],
    ]);
  });

  it('a tube whose phone syncs later is matched by itself', async () => {
    await t.send('testing.sample', t.scan(5, 'Z9', t.newId()), t.sampler);
    expect((await tubes()).find((x) => x.tubeCode === 'Z9')).toMatchObject({ unmatched: false, people: 1 });
  });

  it('recall everybody of a positive tube, in address order, masked', async () => {
    const people = await recall();
    expect(people.map((p) => p.residentId).sort()).toEqual([0, 1, 2].map((i) => t.person(i)).sort());
    for (const person of people) {
      expect(person).toMatchObject({ tubeCode: 'A1', outcome: 'positive', releasedAt: null });
      expect(person.name).toMatch(/^.\*+$/);
      expect(person.place).toContain('号');
    }
  });

  it('corrected: the earlier word is kept, and nobody is recalled any more', async () => {
    await record([said('A1', 'negative', '复核')]);
    expect((await tubes()).find((x) => x.tubeCode === 'A1')).toMatchObject({
      outcome: 'negative',
      earlier: [{ outcome: 'positive', note: 'N Ct 29' }],
    });
    expect(await recall()).toEqual([]);
  });

  it('a negative single sample taken since releases', async () => {
    const first = t.roundId;
    await record([said('A2', 'invalid')]);
    expect(await recall(first)).toHaveLength(2);
    t.renewRound();
    t.round = { ...t.round, mode: 'single', poolRatio: 1 };
    await t.openRound();
    await t.send('testing.sample', t.scan(3, 'S1', t.newId()), t.sampler);
    await record([said('S1', 'negative')]);
    const people = await recall(first);
    expect(people.find((p) => p.residentId === t.person(3))?.releasedAt).not.toBeNull();
    expect(people.find((p) => p.residentId === t.person(4))?.releasedAt).toBeNull();
  });

  it('are for leaders alone, to enter and to see', async () => {
    for (const actor of [t.sampler, t.stranger]) {
      expect(await record([said('A1', 'positive')], actor)).toMatchObject({ outcome: 'refused' });
      const { roundId } = t;
      await expect(t.ask((c) => c.results({ roundId }), actor)).rejects.toThrow();
      await expect(t.ask((c) => c.recall({ roundId }), actor)).rejects.toThrow();
    }
  });
});
