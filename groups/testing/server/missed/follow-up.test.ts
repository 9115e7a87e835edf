import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#kernel/access/access.ts';
import { COLLECTIONS, roundTerm } from '../../contract/sync.ts';
import { aRound } from '../../testing/area.ts';
import { testingDoors } from '../../testing/mounted.ts';
import { TestingWorld } from '../../testing/world.ts';
import { testingSync } from '../sync.ts';

let t: TestingWorld;
/** The pooled round of the story. */
let first: string;
beforeAll(async () => {
  t = await TestingWorld.open({ people: 10 });
  await t.openRound();
  first = t.roundId;
  const [one, two] = [t.newId(), t.newId()];
  for (const person of [0, 1, 2]) await t.send('testing.sample', t.scan(person, 'A1', one), t.sampler);
  for (const person of [3, 4]) await t.send('testing.sample', t.scan(person, 'A2', two), t.sampler);
});
afterAll(() => t.close());

const plan = (mode: 'single' | 'pooled' = 'single') => {
  const { roundId: _, scope: __, ...rest } = aRound(() => t.newId(), { sites: 1, lanesPerSite: 1 });
  return { ...rest, name: '单采复核', mode, poolRatio: mode === 'single' ? 1 : 10 };
};
const recall = (
  roundId: string,
  people: readonly number[],
  made: ReturnType<typeof plan> | null = plan(),
  by?: Actor,
) =>
  t.send(
    'testing.follow-up',
    { roundId, ofRoundId: first, purpose: 'recall', residentIds: people.map((i) => t.person(i)), plan: made },
    by,
  );
const codes = (answer: { problems: readonly { code: string }[] }) => answer.problems.map(({ code }) => code);
const said = (tubeCode: string, outcome: 'positive' | 'negative' | 'invalid', roundId = first) =>
  t.send('testing.record-results', {
    roundId,
    results: [{ resultId: t.newId(), tubeCode, outcome, note: '', reportedAt: null }],
  });
const awaitedIn = async (roundId: string) => {
  const found = await t.ask((c) => c.rows({ roundId, figure: 'expected', offset: 0, limit: 50 }));
  return found.of === 'people' ? found.rows.map((row) => t.people.indexOf(row.residentId ?? '')).sort() : [];
};
const recalled = async () => (await t.ask((c) => c.recall({ roundId: first }))).people;

describe('a round of the recalled', () => {
  let roundId: string;

  it('is made of nobody while no tube is positive or invalid', async () => {
    expect(codes(await recall(t.newId(), [0, 1]))).toEqual(['testing.nobody-to-follow-up']);
  });

  it('is of exactly those named who are recalled, sampled singly; the list says who is in one', async () => {
    await said('A1', 'positive');
    roundId = t.newId();
    expect(await recall(roundId, [0, 1, 5])).toMatchObject({ outcome: 'done' });
    await t.send('testing.open-round', { roundId });
    expect(await awaitedIn(roundId)).toEqual([0, 1]);
    expect((await recalled()).map((one) => [t.people.indexOf(one.residentId ?? ''), one.followUpId])).toEqual(
      expect.arrayContaining([
        [0, roundId],
        [1, roundId],
        [2, null],
      ]),
    );
    const { rounds } = await t.ask((c) => c.followUps({ roundId: first }));
    expect(rounds).toMatchObject([{ roundId, purpose: 'recall', people: 2, state: 'open' }]);
    expect((await t.ask((c) => c.followUps({ roundId }))).madeOf).toMatchObject({ roundId: first });
  });

  it('a second recall takes only those who are in none: into the one that runs, or into a new one', async () => {
    expect(codes(await recall(t.newId(), [0, 1]))).toEqual(['testing.nobody-to-follow-up']);
    expect(await recall(roundId, [0, 1, 2], null)).toMatchObject({ outcome: 'done' });
    expect(await awaitedIn(roundId)).toEqual([0, 1, 2]);
    await said('A2', 'invalid');
    const draft = t.newId();
    expect(await recall(draft, [0, 3])).toMatchObject({ outcome: 'done' });
    expect(await recall(draft, [4], null)).toMatchObject({ outcome: 'done' });
    await t.send('testing.open-round', { roundId: draft });
    expect(await awaitedIn(draft)).toEqual([3, 4]);
  });

  it('holds until a single sample comes back negative', async () => {
    t.round = { ...t.round, roundId, mode: 'single', poolRatio: 1 };
    const { sites } = await t.ask((c) => c.plan({ roundId }));
    const laneId = sites[0]?.lanes[0]?.laneId ?? '';
    await t.send('testing.sample', { ...t.scan(0, 'S1', t.newId()), laneId }, t.sampler);
    expect((await recalled()).every(({ releasedAt }) => releasedAt === null)).toBe(true);
    await said('S1', 'negative', roundId);
    const released = (await recalled()).filter(({ releasedAt }) => releasedAt !== null);
    expect(released.map(({ residentId }) => residentId)).toEqual([t.person(0)]);
  });

  it('is refused pooled, of a round nobody knows, into another round, and to whoever does not lead', async () => {
    await said('A2', 'positive');
    expect(codes(await recall(t.newId(), [3], plan('pooled')))).toEqual(['testing.nobody-to-follow-up']);
    await said('A1', 'negative');
    await said('A1', 'positive');
    const pooled = { purpose: 'missed' as const, ofRoundId: t.newId(), residentIds: [t.person(9)] };
    const unknown = await t.send('testing.follow-up', {
      roundId: t.newId(),
      ...pooled,
      plan: plan('pooled'),
    });
    expect(codes(unknown)).toEqual(['testing.no-such-round']);
    const elsewhere = { ofRoundId: first, residentIds: [t.person(9)], plan: null };
    expect(codes(await t.send('testing.follow-up', { roundId, purpose: 'missed', ...elsewhere }))).toEqual([
      'testing.not-its-follow-up',
    ]);
    for (const by of [t.sampler, t.stranger]) {
      expect(codes(await recall(t.newId(), [3], plan(), by))).toEqual(['command.not-allowed']);
    }
  });
});

describe('a round of the missed', () => {
  it('is of those still missing, pooled as before; who comes in it is missed no more', async () => {
    await t.send('testing.close-round', { roundId: first, acknowledgedDeviceIds: [] });
    const before = await t.ask((c) => c.missed({ roundId: first }));
    expect(before.people.map(({ residentId }) => t.people.indexOf(residentId)).sort()).toEqual([
      5, 6, 7, 8, 9,
    ]);
    const roundId = t.newId();
    const made = {
      roundId,
      ofRoundId: first,
      purpose: 'missed',
      residentIds: t.people.slice(0, 9),
      plan: plan('pooled'),
    } as const;
    expect(await t.send('testing.follow-up', made)).toMatchObject({ outcome: 'done' });
    await t.send('testing.open-round', { roundId });
    expect(await awaitedIn(roundId)).toEqual([5, 6, 7, 8]);
    const laneId = made.plan.sites[0]?.lanes[0]?.laneId ?? '';
    t.round = { ...t.round, roundId };
    await t.send('testing.sample', { ...t.scan(6, 'M1', t.newId()), laneId }, t.sampler);
    const after = await t.ask((c) => c.missed({ roundId: first }));
    expect(after).toMatchObject({ missed: 4, cleared: { sampled: 1, excused: 0, left: 0 } });
    expect(after.people.find(({ residentId }) => residentId === t.person(5))?.followUpId).toBe(roundId);
    expect(after.people.find(({ residentId }) => residentId === t.person(9))?.followUpId).toBeNull();
  });
});

describe('the list of the missed', () => {
  it('names masked people in walking order, with what was said and who was called', async () => {
    await t.send(
      'testing.record-refusal',
      {
        roundId: first,
        refusalId: t.newId(),
        residentId: t.person(7),
        kind: 'absent',
        reason: 'at-work',
        note: '晚上回来',
      },
      t.sampler,
    );
    const call = { roundId: first, residentId: t.person(7), way: 'phone', note: '' } as const;
    await t.send('testing.call-again', { ...call, callId: t.newId(), answer: 'no-answer' }, t.sampler);
    t.world.clock.advance(60_000);
    await t.send('testing.call-again', { ...call, callId: t.newId(), answer: 'coming' }, t.leader);
    const view = await t.ask((c) => c.missed({ roundId: first }));
    const sorts = view.people.map(({ sort }) => sort);
    expect(sorts).toEqual([...sorts].sort());
    const person = view.people.find(({ residentId }) => residentId === t.person(7));
    expect(person).toMatchObject({
      refusal: { kind: 'absent', reason: 'at-work', note: '晚上回来' },
      calls: [{ answer: 'coming' }, { answer: 'no-answer' }],
    });
    expect(person?.name).toMatch(/^.\*+$/);
    // Whether there is a number to call is said, no part of it is.
    expect(JSON.stringify(view.people)).not.toContain('****');
    expect(view.buildings.reduce((sum, one) => sum + one.missed, 0)).toBe(view.missed);
    const one = view.buildings.find(({ buildingId }) => buildingId === person?.buildingId);
    expect(one).toMatchObject({ called: 1, withReason: 1 });
    const { buildingId = '' } = person ?? {};
    const narrowed = await t.ask((c) => c.missed({ roundId: first, buildingId }));
    expect(new Set(narrowed.people.map((row) => row.buildingId))).toEqual(new Set([buildingId]));
  });

  it('stands with the person, with what the laboratory corrected, for those who may see results', async () => {
    const of = (residentId: string, actor = t.leader) => t.ask((c) => c.person({ residentId }), actor);
    const missed = (await of(t.person(7))).rounds.find(({ roundId }) => roundId === first);
    expect(missed).toMatchObject({
      missed: { clearedBy: null },
      calls: [{ answer: 'coming' }, { answer: 'no-answer' }],
    });
    const came = (await of(t.person(6))).rounds.find(({ roundId }) => roundId === first);
    expect(came).toMatchObject({ missed: { clearedBy: 'sampled' } });
    const [swab] = (await of(t.person(1))).rounds.find(({ roundId }) => roundId === first)?.tests ?? [];
    expect(swab).toMatchObject({
      outcome: 'positive',
      earlier: [{ outcome: 'negative' }, { outcome: 'positive' }],
    });
    for (const actor of [t.sampler, t.stranger]) await expect(of(t.person(1), actor)).rejects.toThrow();
  });

  it('reaches phones on duty as calls without their note; no result does', async () => {
    const call = { roundId: first, callId: t.newId(), residentId: t.person(9), way: 'door' } as const;
    await t.send('testing.call-again', { ...call, answer: 'away', note: '在女儿家' }, t.sampler);
    const delta = await t.world.read((tx) =>
      testingSync(testingDoors).delta(tx, t.sampler, roundTerm(first), 0),
    );
    expect(delta[COLLECTIONS.secondCall]?.rows.length).toBeGreaterThan(0);
    const sent = JSON.stringify(delta);
    expect(sent).not.toContain('在女儿家');
    expect(sent).not.toMatch(/positive|negative|invalid/);
  });

  it('is for leaders alone', async () => {
    for (const actor of [t.sampler, t.stranger]) {
      await expect(t.ask((c) => c.missed({ roundId: first }), actor)).rejects.toThrow();
      await expect(t.ask((c) => c.followUps({ roundId: first }), actor)).rejects.toThrow();
    }
  });
});
