import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#kernel/access/access.ts';
import { COLLECTIONS, roundTerm } from '../contract/sync.ts';
import { expectedId } from '../domain/expected-id.ts';
import { testingDoors } from '../testing/mounted.ts';
import { TestingWorld } from '../testing/world.ts';
import { testingSync } from './sync.ts';

const source = testingSync(testingDoors);
let t: TestingWorld;

beforeAll(async () => {
  t = await TestingWorld.open({ people: 6, away: 1 });
  await t.openRound();
});
afterAll(() => t.close());

const terms = (actor: Actor, at = t.world.clock.now()) => t.world.read((tx) => source.terms(tx, actor, at));
const delta = (since: number) =>
  t.world.read((tx) => source.delta(tx, t.sampler, roundTerm(t.roundId), since));
const version = async () =>
  (await t.send('testing.seal-box', { roundId: t.roundId, boxId: t.newId(), boxCode: 'V' })).version;

describe('the term of a round', () => {
  it('goes to those on testing duty and to leaders, not to a stranger', async () => {
    expect(await terms(t.sampler)).toEqual([roundTerm(t.roundId)]);
    expect(await terms(t.leader)).toEqual([roundTerm(t.roundId)]);
    expect(await terms(t.stranger)).toEqual([]);
  });

  it('ends with the duty', async () => {
    const now = t.world.clock.now();
    const done = t.world.actor({ grant: 'duty:testing', from: 0, until: now });
    expect(await terms(done)).toEqual([]);
  });

  it('brings the plan and everybody on the list, masked', async () => {
    const all = await delta(0);
    const count = (name: string) => all[name]?.rows.length;
    expect(count(COLLECTIONS.round)).toBe(1);
    expect(count(COLLECTIONS.site)).toBe(2);
    expect(count(COLLECTIONS.lane)).toBe(6);
    expect(count(COLLECTIONS.expected)).toBe(6);
    expect(count(COLLECTIONS.person)).toBe(6);
    const [person] = all[COLLECTIONS.person]?.rows ?? [];
    expect(person).toMatchObject({ nameMask: '王**', roundId: t.roundId });
    expect(JSON.stringify(all)).not.toContain('王小明');
    expect(all[COLLECTIONS.key]?.rows[0]).toMatchObject({
      identityKey: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  it('brings a new sample, then nothing twice', async () => {
    const before = await version();
    const body = t.scan(2, 'A1', t.newId());
    const { version: after } = await t.send('testing.sample', body, t.sampler);
    const news = await delta(before);
    expect(news[COLLECTIONS.sample]?.rows).toMatchObject([
      { id: body.sampleId, residentId: body.residentId },
    ]);
    expect(news[COLLECTIONS.tube]?.rows).toMatchObject([{ id: body.tubeId, count: 1 }]);
    expect(Object.values(await delta(after)).every((c) => c.rows.length + c.gone.length === 0)).toBe(true);
  });

  it('brings a sample again when it was voided', async () => {
    const body = t.scan(3, 'A2', t.newId());
    const { version: before } = await t.send('testing.sample', body, t.sampler);
    const undo = { roundId: t.roundId, sampleId: body.sampleId, keepCheckIn: false };
    await t.send('testing.undo-sample', undo, t.sampler);
    const rows = (await delta(before))[COLLECTIONS.sample]?.rows;
    expect(rows).toMatchObject([{ id: body.sampleId, voidedAt: t.world.clock.now() }]);
  });

  it('never brings what was read of somebody unknown', async () => {
    const before = await version();
    await t.send('testing.sample', t.scan(null, 'A3', t.newId()), t.sampler);
    const news = await delta(before);
    expect(news[COLLECTIONS.sample]?.rows).toMatchObject([{ residentId: null, codeText: null }]);
    expect(JSON.stringify(news)).not.toContain('310101199001011234');
  });

  it('follows the register: a changed person comes again, an ended one goes', async () => {
    const before = await version();
    await t.desk('people.change-resident', { residentId: t.person(4), set: { name: '李大国' } });
    await t.desk('people.end-resident', { residentId: t.person(5), reason: 'moved-out' });
    const people = (await delta(before))[COLLECTIONS.person];
    expect(people?.rows).toMatchObject([{ residentId: t.person(4), nameMask: '李**' }]);
    expect(people?.gone).toEqual([expectedId(t.roundId, t.person(5))]);
  });

  it('stays for a day after the closing', async () => {
    await t.send('testing.close-round', { roundId: t.roundId, acknowledgedDeviceIds: [] });
    const now = t.world.clock.now();
    expect(await terms(t.sampler, now + 23 * 3_600_000)).toHaveLength(1);
    expect(await terms(t.sampler, now + 25 * 3_600_000)).toEqual([]);
  });
});
