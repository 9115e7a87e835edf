import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#kernel/access/access.ts';
import { TestingWorld } from '../../testing/world.ts';
import { missedReader } from './reader.ts';

let t: TestingWorld;
beforeAll(async () => {
  t = await TestingWorld.open({ people: 12, away: 1 });
  await t.openRound();
});
afterAll(() => t.close());

/** Numbers of the people missed now. */
const missed = async (): Promise<number[]> => {
  const now = await t.world.read((tx) => missedReader.missedNow(tx, t.people));
  return t.people.flatMap((id, i) => (now.has(id) ? [i] : []));
};
const sample = (person: number, code: string, tubeId = t.newId()) =>
  t.send('testing.sample', t.scan(person, code, tubeId), t.sampler);
const close = () => t.send('testing.close-round', { roundId: t.roundId, acknowledgedDeviceIds: [] });
const list = (status: 'expected' | 'away' | 'exempt', ...people: number[]) => {
  const named = { roundId: t.roundId, residentIds: people.map((i) => t.person(i)) };
  return t.send(
    'testing.set-expectation',
    status === 'expected' ? { ...named, status } : { ...named, status, reason: 'medical' },
  );
};
/** A scan as a phone had it before the closing, brought now. */
const lateScan = (person: number, code: string) => {
  const body = t.scan(person, code, t.newId());
  return { body, at: t.world.clock.now() };
};

describe('who was missed', () => {
  it('nobody while the round runs; at its end everybody awaited who did not come, away ones not', async () => {
    for (const person of [1, 2, 3, 4]) await sample(person, 'A1');
    expect(await missed()).toEqual([]);
    expect(await close()).toMatchObject({ outcome: 'done' });
    expect(await missed()).toEqual([5, 6, 7, 8, 9, 10, 11]);
  });

  it('a phone that syncs after the closing clears by itself', async () => {
    const { body, at } = lateScan(5, 'B1');
    t.world.clock.advance(60_000);
    await t.send('testing.sample', body, t.sampler, { claimedAt: at });
    expect(await missed()).not.toContain(5);
  });

  it('away or exempt after all clears; awaited again flags again; the figures say that they were revised', async () => {
    await list('exempt', 6, 7);
    expect(await missed()).toEqual([8, 9, 10, 11]);
    await list('expected', 7);
    expect(await missed()).toEqual([7, 8, 9, 10, 11]);
    const { round } = await t.ask((c) => c.board({ roundId: t.roundId }));
    expect(round.revisedAt).not.toBeNull();
  });

  it('a swab in a later round clears; voided there, it flags again', async () => {
    const first = t.round;
    t.renewRound();
    await t.openRound();
    const scan = t.scan(8, 'C1', t.newId());
    await t.send('testing.sample', scan, t.sampler);
    expect(await missed()).toEqual([7, 9, 10, 11]);
    const { roundId } = t;
    const voids = { roundId, sampleId: scan.sampleId, keepCheckIn: false, note: '' };
    await t.send('testing.void-sample', voids);
    expect(await missed()).toEqual([7, 8, 9, 10, 11]);
    await sample(8, 'C1', scan.tubeId);
    expect(await missed()).toEqual([7, 9, 10, 11]);
    t.round = first;
  });

  it('a swab that stood at the closing and turns out to be void flags', async () => {
    const { rows } = await t.ask(async (c) => {
      const found = await c.rows({ roundId: t.roundId, figure: 'sampled', offset: 0, limit: 50 });
      return found.of === 'people' ? found : { rows: [] };
    });
    const person = rows.find((row) => row.residentId === t.person(1));
    const swabs = await t.ask(async (c) => {
      const found = await c.rows({ roundId: t.roundId, figure: 'people', offset: 0, limit: 50 });
      return found.of === 'people' ? found.rows : [];
    });
    const sampleId = swabs.find((row) => row.residentId === t.person(1))?.id ?? '';
    expect(person).toBeDefined();
    await t.send('testing.void-sample', { roundId: t.roundId, sampleId, keepCheckIn: false, note: '' });
    expect(await missed()).toEqual([1, 7, 9, 10, 11]);
  });

  it('whoever leaves the register is not missed; who comes back is, unless sampled since', async () => {
    await t.desk('people.end-resident', { residentId: t.person(9), reason: 'moved-out' });
    await t.desk('people.end-resident', { residentId: t.person(8), reason: 'moved-out' });
    expect(await missed()).toEqual([1, 7, 10, 11]);
    await t.desk('people.restore-resident', { residentId: t.person(9) });
    await t.desk('people.restore-resident', { residentId: t.person(8) });
    expect(await missed()).toEqual([1, 7, 9, 10, 11]);
  });

  it('an entry merged into one that was sampled is missed no more; taken back it is again', async () => {
    const merge = await t.desk('people.merge-residents', {
      keptId: t.person(3),
      mergedId: t.person(10),
      take: [],
      reason: '重复登记',
    });
    expect(merge.outcome).toBe('done');
    expect(await missed()).toEqual([1, 7, 9, 11]);
    const back = await t.desk('people.unmerge-residents', { mergeId: merge.id });
    expect(back.outcome).toBe('done');
    expect(await missed()).toEqual([1, 7, 9, 10, 11]);
  });

  it('sampled elsewhere while the round ran, nobody is missed at its end', async () => {
    const before = t.round;
    t.renewRound();
    await t.openRound();
    const beside = t.round;
    t.renewRound();
    await t.openRound();
    await sample(11, 'D1');
    t.round = beside;
    await close();
    expect(await missed()).not.toContain(11);
    t.round = before;
  });
});

describe('a second call', () => {
  const call = (actor: Actor) =>
    t.send(
      'testing.call-again',
      {
        roundId: t.roundId,
        callId: t.newId(),
        residentId: t.person(7),
        way: 'phone',
        answer: 'coming',
        note: '下午来',
      },
      actor,
    );

  it('is recorded by whoever made it, on duty or leading', async () => {
    expect(await call(t.sampler)).toMatchObject({ outcome: 'done' });
    expect(await call(t.leader)).toMatchObject({ outcome: 'done' });
  });

  it('not by a stranger, and not for a round nobody knows', async () => {
    expect(await call(t.stranger)).toMatchObject({ outcome: 'refused' });
    const body = {
      roundId: t.newId(),
      callId: t.newId(),
      residentId: t.person(7),
      way: 'door',
      answer: 'no-answer',
      note: '',
    } as const;
    const answer = await t.send('testing.call-again', body, t.sampler);
    expect(answer.problems.map(({ code }) => code)).toEqual(['testing.no-such-round']);
  });
});
