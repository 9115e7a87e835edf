import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestingWorld } from '../../testing/world.ts';
import { KeptCounts } from './kept-counts.ts';
import { type NumbersKept, readNumbers } from './read-numbers.ts';

let t: TestingWorld;
let first: string;
const MINUTE = 60_000;
const ask = (rounds?: number, actor = t.leader) =>
  t.ask((c) => c.numbers(rounds === undefined ? {} : { rounds }), actor).then(({ rounds: list }) => list);

/** Three people in two tubes at two lanes; one of them twice, in the second tube. */
beforeAll(async () => {
  t = await TestingWorld.open({ people: 6, away: 1 });
  await t.openRound();
  first = t.roundId;
  const [one, two] = [t.newId(), t.newId()];
  await t.send('testing.sample', t.scan(1, 'A1', one), t.sampler);
  await t.send('testing.sample', t.scan(2, 'A2', two, 1), t.other);
  t.world.clock.advance(30 * MINUTE);
  await t.send('testing.sample', t.scan(3, 'A1', one), t.sampler);
  t.world.clock.advance(30 * MINUTE);
  await t.send('testing.sample', t.scan(1, 'A2', two, 1), t.other);
});
afterAll(() => t.close());

/** As a process that has counted before, and as one that has not. */
async function bothWays(kept: NumbersKept) {
  const asked = { rounds: 12, maySeeResult: true };
  return t.world.read(async (tx) => [
    await readNumbers(tx, kept, asked),
    await readNumbers(tx, new KeptCounts(), asked),
  ]);
}

describe('a round in numbers', () => {
  it('tells people, person-times and samples apart', async () => {
    const [round] = await ask();
    expect(round).toMatchObject({ roundId: first, people: 3, personTimes: 4, tubes: 2 });
  });

  it('counts who was expected as the board does', async () => {
    const [round] = await ask();
    const { coverage, people, total } = await t.ask((c) => c.board({ roundId: first }));
    expect(round).toMatchObject({ people, personTimes: total.inTubes, tubes: total.tubes });
    const { expected, sampled, missed } = coverage;
    expect(round).toMatchObject({ expected, sampled, missed });
  });

  it('measures from the first swab to the last, and each lane’s own hours', async () => {
    const [round] = await ask();
    expect(round?.minutes).toBe(61);
    expect(round?.laneHours).toBeGreaterThan(1.5);
    expect(round?.laneHours).toBeLessThan(1.6);
  });

  it('counts positive tubes as they stand, not as they once stood', async () => {
    const say = (outcome: 'positive' | 'negative') =>
      t.send('testing.record-results', {
        roundId: first,
        results: [{ resultId: t.newId(), tubeCode: 'A1', outcome, note: '', reportedAt: null }],
      });
    await say('positive');
    expect((await ask())[0]?.positives).toBe(1);
    await say('negative');
    expect((await ask())[0]?.positives).toBe(0);
  });

  it('is counted again after whatever changes it, and only then', async () => {
    const kept: NumbersKept = new KeptCounts();
    const sampleId = t.newId();
    const tubeId = t.newId();
    const { roundId } = t;
    const result = { tubeCode: 'A2', outcome: 'positive', note: '', reportedAt: null } as const;
    const residentIds = [t.people[3] ?? ''];
    for (const change of [
      () => t.send('testing.sample', { ...t.scan(4, 'A9', tubeId), sampleId }, t.sampler),
      () => t.send('testing.void-sample', { roundId, sampleId, keepCheckIn: false, note: '' }),
      () => t.send('testing.set-expectation', { roundId, residentIds, status: 'exempt', reason: 'other' }),
      () => t.send('testing.record-results', { roundId, results: [{ resultId: t.newId(), ...result }] }),
    ]) {
      const [before] = await bothWays(kept);
      await change();
      const [known, anew] = await bothWays(kept);
      expect(known).toEqual(anew);
      expect(known).not.toEqual(before);
    }
    let counted = 0;
    const once = new KeptCounts<number>();
    const count = async () => ++counted;
    await t.world.read(async (tx) => {
      for (const version of [7, 7, 8]) await once.of(tx, roundId, version, count);
    });
    expect(counted).toBe(2);
  });

  it('stands behind those before it; drafts have none, and only so many are told as were asked for', async () => {
    t.renewRound();
    await t.openRound();
    const second = t.roundId;
    t.renewRound();
    await t.send('testing.create-round', t.round);
    expect((await ask()).map(({ roundId }) => roundId)).toEqual([first, second]);
    expect((await ask(1)).map(({ roundId }) => roundId)).toEqual([second]);
    expect((await ask(1))[0]).toMatchObject({ people: 0, personTimes: 0, minutes: null, laneHours: 0 });
  });

  it('is not for a volunteer on duty, nor for another group; nor are more rounds than a line can show', async () => {
    for (const actor of [t.sampler, t.stranger]) {
      await expect(ask(12, actor)).rejects.toMatchObject({ problem: { code: 'query.not-allowed' } });
    }
    await expect(ask(101)).rejects.toThrow();
  });
});
