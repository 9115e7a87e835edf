import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { COLLECTIONS, roundTerm } from '../contract/sync.ts';
import { expectedId } from '../domain/expected-id.ts';
import { testingDoors } from '../testing/mounted.ts';
import { TestingWorld } from '../testing/world.ts';
import { testingSync } from './sync.ts';

/** Two entries of the register are one person: what the round knows of both comes together, and apart again. */
const source = testingSync(testingDoors);
let t: TestingWorld;
const DONE = { outcome: 'done' };

beforeAll(async () => {
  t = await TestingWorld.open({ people: 12 });
});
afterAll(() => t.close());
beforeEach(async () => {
  t.renewRound();
  await t.openRound();
});

async function merge(keptId: string, mergedId: string): Promise<string> {
  const body = { keptId, mergedId, take: [], reason: '同一人' };
  const answer = await t.desk('people.merge-residents', body);
  expect(answer).toMatchObject(DONE);
  return answer.id;
}
const unmerge = (mergeId: string) => t.desk('people.unmerge-residents', { mergeId });
const board = () => t.ask((testing) => testing.board({ roundId: t.roundId }));
const open = async () =>
  (await t.ask((testing) => testing.discrepancies({ roundId: t.roundId, open: true, limit: 50 })))
    .discrepancies;
const sampledIds = async () => {
  const page = { roundId: t.roundId, figure: 'inTubes' as const };
  const answer = await t.ask((testing) => testing.rows(page));
  return answer.of === 'people' ? answer.rows.map((row) => row.residentId) : [];
};
const delta = (since: number) =>
  t.world.read((tx) => source.delta(tx, t.sampler, roundTerm(t.roundId), since));

describe('a swab of a merged entry', () => {
  it('is the kept person’s, who is awaited once; taken back it returns', async () => {
    const [kept, merged] = [t.person(0), t.person(1)];
    await t.send('testing.sample', t.scan(1, 'M-1', t.newId()), t.sampler);
    expect((await board()).coverage).toMatchObject({ expected: 12, sampled: 1, missed: 11 });

    const mergeId = await merge(kept, merged);
    expect(await sampledIds()).toEqual([kept]);
    expect((await board()).coverage).toMatchObject({ expected: 11, sampled: 1, missed: 10 });
    expect((await board()).total).toMatchObject({ checkedIn: 1, inTubes: 1 });

    expect(await unmerge(mergeId)).toMatchObject(DONE);
    expect(await sampledIds()).toEqual([merged]);
    expect((await board()).coverage).toMatchObject({ expected: 12, sampled: 1, missed: 11 });
  });

  it('beside one of the kept person is a double, for a leader; taken back it is none', async () => {
    const [kept, merged] = [t.person(2), t.person(3)];
    await t.send('testing.sample', t.scan(2, 'M-2', t.newId()), t.sampler);
    await t.send('testing.sample', t.scan(3, 'M-3', t.newId()), t.sampler);
    const mergeId = await merge(kept, merged);
    expect(await open()).toMatchObject([
      { code: 'testing.double-sample', person: { residentId: kept }, sides: [{}, {}] },
    ]);
    await unmerge(mergeId);
    expect(await open()).toEqual([]);
    expect(await sampledIds()).toEqual([kept, merged]);
  });

  it('that arrives later from a phone which has not heard of it is the kept person’s', async () => {
    const [kept, merged] = [t.person(4), t.person(5)];
    const mergeId = await merge(kept, merged);
    const late = await t.send('testing.sample', t.scan(5, 'M-4', t.newId()), t.sampler);
    expect(late).toMatchObject(DONE);
    expect(await sampledIds()).toEqual([kept]);
    const again = await t.send('testing.sample', t.scan(4, 'M-5', t.newId()), t.sampler);
    expect(again).toMatchObject({ outcome: 'flagged', problems: [{ code: 'testing.double-sample' }] });
    await unmerge(mergeId);
  });
});

describe('a phone with the round', () => {
  it('lets the merged place go, and knows the kept person by the old card too', async () => {
    const [kept, merged] = [t.person(6), t.person(7)];
    const before = (await delta(0))[COLLECTIONS.expected]?.rows.length;
    expect(before).toBe(12);
    const { version } = await t.send('testing.seal-box', {
      roundId: t.roundId,
      boxId: t.newId(),
      boxCode: 'V',
    });
    const mergeId = await merge(kept, merged);
    const news = await delta(version);
    expect(news[COLLECTIONS.expected]?.gone).toEqual([expectedId(t.roundId, merged)]);
    expect(news[COLLECTIONS.person]?.gone).toEqual([expectedId(t.roundId, merged)]);
    expect(news[COLLECTIONS.person]?.rows).toMatchObject([{ residentId: kept, alsoIds: [merged] }]);

    await unmerge(mergeId);
    const back = await delta(version);
    expect(back[COLLECTIONS.expected]).toMatchObject({ rows: [{ residentId: merged }], gone: [] });
    const people = back[COLLECTIONS.person]?.rows ?? [];
    expect(people.map((row) => 'residentId' in row && row.residentId).sort()).toEqual([kept, merged].sort());
    expect(people.some((row) => 'alsoIds' in row)).toBe(false);
  });
});

describe('a person whom only the merged entry put on the list', () => {
  it('stays on it under the kept one', async () => {
    const merged = t.person(8);
    const dwellingId = t.newId();
    const outside = t.newId();
    const buildingId = t.newId();
    const compoundId = t.newId();
    await t.desk('places.add-compound', {
      compoundId,
      name: `别处${t.roundId.slice(-4)}`,
      addressRuleId: null,
    });
    await t.desk('places.add-building', { buildingId, compoundId, label: '1号' });
    const room = { dwellingId, buildingId, entranceId: null, room: '101', floor: 1 };
    await t.desk('places.add-dwelling', room);
    const person = { residentId: outside, householdId: t.newId(), dwellingId, set: { name: '王小明' } };
    expect(await t.desk('people.add-resident', person)).toMatchObject(DONE);
    const mergeId = await merge(outside, merged);
    expect((await board()).coverage).toMatchObject({ expected: 12 });
    const late = await t.send('testing.sample', t.scan(8, 'M-6', t.newId()), t.sampler);
    expect(late).toMatchObject(DONE);
    expect(await sampledIds()).toEqual([outside]);
    expect(await unmerge(mergeId)).toMatchObject(DONE);
  });
});

describe('a closed round', () => {
  it('says that its figures were revised', async () => {
    await t.send('testing.sample', t.scan(10, 'M-7', t.newId()), t.sampler);
    const close = { roundId: t.roundId, acknowledgedDeviceIds: [] };
    expect(await t.send('testing.close-round', close)).toMatchObject(DONE);
    expect((await board()).round).toMatchObject({ state: 'closed', revisedAt: null });
    await merge(t.person(9), t.person(10));
    expect((await board()).round.revisedAt).not.toBeNull();
  });
});
