import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#kernel/access/access.ts';
import { ProblemError } from '#kernel/problem/problem.ts';
import { chinaDay } from '#kernel/time-id/china-time.ts';
import { gatesDoors } from '../../testing/mounted.ts';
import { GatesWorld } from '../../testing/world.ts';
import { passageLooks, readPersonPassages } from './looks.ts';
import { readFlags } from './read-flags.ts';
import { readFlow } from './read-flow.ts';
import { findPassages } from './store.ts';

let t: GatesWorld;
beforeAll(async () => {
  t = await GatesWorld.open();
  await t.declare(0, 'precaution');
  await t.pass(t.resident(0), 'out');
  await t.pass(t.resident(0), 'in');
  await t.pass(t.resident(0), 'out', { gateId: t.gate(1) });
  await t.pass(t.resident(0), 'in');
  await t.pass(t.resident(0, 1), 'out', { gateId: t.gate(1) });
  await t.pass(t.resident(1), 'out', { outcome: 'refused', rule: 'missed' });
  await t.pass(t.resident(1), 'out', { outcome: 'asked', rule: 'missed' });
  await t.pass(t.resident(3), 'out', { outcome: 'emergency', rule: 'emergency', reason: 'dialysis' });
  const slip = t.passage(t.resident(1), 'in');
  await t.send('gates.record-passage', slip, t.volunteer);
  await t.send('gates.void-passage', { passageId: slip.passageId, note: '按错了' });
});
afterAll(() => t.close());

const flow = (day?: number) => t.world.read((tx) => readFlow(tx, gatesDoors, { day, now: t.now }));
const gateOf = async (index: number) => (await flow()).gates.find(({ gateId }) => gateId === t.gate(index));

describe('a day at the gates', () => {
  it('is counted by gate, way and outcome, without what was taken back', async () => {
    const { counts, toSettle } = await flow();
    expect(counts).toEqual({ in: 2, out: 5, refused: 1, asked: 1, emergency: 1 });
    expect(toSettle).toBe(1);
    expect(await gateOf(1)).toMatchObject({ name: '西门', counts: { in: 0, out: 2, refused: 0 } });
  });

  it('shows each figure’s own rows', async () => {
    const day = chinaDay(t.now);
    const rows = (by: object) => t.world.read((tx) => findPassages(tx, { day, ...by }));
    expect((await rows({ outcome: 'through', direction: 'out' })).total).toBe(5);
    expect((await rows({ outcome: 'refused', rule: 'missed' })).total).toBe(1);
    expect((await rows({ gateId: t.gate(1) })).total).toBe(2);
    const through = await rows({ outcome: 'through', direction: 'in' });
    // The one that was taken back is listed, and not counted.
    expect([through.total, through.rows.length]).toEqual([2, 3]);
  });

  it('says why people were turned back, and that nothing passed on another day', async () => {
    expect((await flow()).reasons).toEqual([{ gateId: t.gate(0), rule: 'missed', refused: 1, asked: 1 }]);
    const before = await flow(chinaDay(t.now) - 1);
    expect(before.counts.out).toBe(0);
    expect(before.gates[0]?.queue).toBeNull();
  });

  it('warns when more people come than a lane manages, and who stands there without a phone', async () => {
    expect(await gateOf(0)).toMatchObject({ queue: { state: 'calm', capacity: 6 } });
    for (let i = 0; i < 30; i++) await t.pass(t.resident(3), i % 2 ? 'out' : 'in');
    const gate = await gateOf(0);
    expect(gate?.queue?.state).toBe('full');
    expect(gate?.people).toMatchObject([{ memberId: t.volunteer.id, phones: [] }]);
  });
});

describe('an outing too many', () => {
  it('is shown with the outings it was counted with, of both gates, and settled', async () => {
    const [flag] = await t.world.read((tx) => readFlags(tx, gatesDoors, true));
    expect(flag).toMatchObject({ code: 'gates.outings-exceeded', passage: { gate: '西门', counts: true } });
    expect(flag?.outings.map(({ gate }) => gate)).toEqual(['东门', '西门', '西门']);
    expect(flag?.passage?.name).not.toContain('小');
    const note = '去医院配药';
    await t.send('gates.settle', { discrepancyId: flag?.id ?? '', resolution: 'not-counted', note });
    expect(await t.world.read((tx) => readFlags(tx, gatesDoors, true))).toEqual([]);
    const [settled] = await t.world.read((tx) => readFlags(tx, gatesDoors, false));
    expect(settled).toMatchObject({ resolution: 'not-counted', note, passage: { counts: false } });
  });
});

describe('one person’s passages', () => {
  const look = async (actor: Actor) => {
    const answer = await t.send(
      'gates.look-person',
      { residentId: t.resident(0), reason: '协查密接' },
      actor,
    );
    return answer;
  };
  const read = (lookId: string, actor: Actor) =>
    t.world.read((tx) => readPersonPassages(tx, gatesDoors, { lookId, actorId: actor.id, now: t.now }));

  it('open for whoever gave a reason, for half an hour, and for nobody else', async () => {
    const { id } = await look(t.leader);
    expect((await read(id, t.leader)).rows.map(({ direction }) => direction)).toEqual([
      'in',
      'out',
      'in',
      'out',
    ]);
    await expect(read(id, t.secretary)).rejects.toThrow(ProblemError);
    await expect(read(t.newId(), t.leader)).rejects.toThrow(ProblemError);
    t.world.clock.advance(31 * 60_000);
    await expect(read(id, t.leader)).rejects.toThrow(ProblemError);
  });

  it('stay shut to gate duty, and each look stands in the looked-at list', async () => {
    expect((await look(t.volunteer)).outcome).toBe('refused');
    const people = gatesDoors.people;
    const looks = await t.world.read((tx) =>
      passageLooks(people).looks(tx, { before: null, limit: 10 }, 'zh-CN'),
    );
    expect(looks).toMatchObject([{ actorId: t.leader.id, people: 1, reason: '协查密接' }]);
    expect(looks[0]?.whom).toContain('王');
    expect(looks[0]?.whom).not.toContain('小明');
  });
});
