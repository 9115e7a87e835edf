import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestingBodies } from '../../contract/commands.ts';
import { TestingWorld } from '../../testing/world.ts';

let t: TestingWorld;
let whole: TestingBodies['testing.create-round']['scope'];

beforeAll(async () => {
  // Even numbers live at 3号, odd ones at 5号; the first two are away.
  t = await TestingWorld.open({ people: 8, away: 2 });
  whole = t.round.scope;
});
afterAll(() => t.close());

async function draft(scope: Partial<TestingBodies['testing.create-round']['scope']> = {}): Promise<string> {
  t.world.clock.advance(60_000);
  t.renewRound();
  t.round = { ...t.round, scope: { ...whole, ...scope } };
  await t.send('testing.create-round', t.round);
  return t.roundId;
}

type Said = { status: 'expected' } | { status: 'away' | 'exempt'; reason: 'infant' | 'medical' | 'away' };
const say = (roundId: string, people: readonly number[], said: Said, actor = t.leader) =>
  t.send('testing.set-expectation', { roundId, residentIds: people.map((i) => t.person(i)), ...said }, actor);
const planning = (roundId: string) => t.ask((c) => c.planning({ roundId }));
const people = (roundId: string, asked: object) =>
  t.ask((c) => c.planPeople({ roundId, show: 'everybody', ...asked }));

describe('a draft', () => {
  it('counts its people, away and exempt ones apart, by part and once altogether', async () => {
    const [building3 = ''] = t.buildings;
    const roundId = await draft({
      compoundIds: [],
      buildingIds: [building3],
      residentIds: [t.person(0), t.person(3), t.newId()],
    });
    await say(roundId, [2, 3], { status: 'exempt', reason: 'infant' });
    expect(await planning(roundId)).toMatchObject({
      total: { people: 5, expected: 2, away: 1, exempt: 2 },
      parts: [
        { part: 'buildings', chosen: 1, people: 4, expected: 2, away: 1, exempt: 1 },
        { part: 'list', chosen: 3, people: 2, expected: 0, away: 1, exempt: 1 },
      ],
      gone: 1,
    });
  });

  it('says what is planned and what the settings ask for', async () => {
    expect(await planning(await draft())).toMatchObject({
      planned: { sites: 2, lanes: 6, samplers: 6, registrars: 6, helpers: 12 },
      needed: { sites: 1, lanes: 1, samplers: 1, registrars: 1, helpers: 6 },
      rules: { peoplePerSampler: 360 },
    });
  });

  it('shows its people, masked, before anything is frozen', async () => {
    const roundId = await draft();
    await say(roundId, [3], { status: 'exempt', reason: 'medical' });
    const all = await people(roundId, {});
    expect(all).toMatchObject({
      total: 8,
      buildings: [{ label: '清源小区 3号' }, { label: '清源小区 5号' }],
    });
    expect(all.rows[0]).toMatchObject({ place: '清源小区 3号 101', name: '王**', status: 'away' });
    const excused = await people(roundId, { show: 'excused' });
    expect(excused.rows.map((row) => [row.residentId, row.reason])).toEqual([
      [t.person(0), 'away'],
      [t.person(1), 'away'],
      [t.person(3), 'medical'],
    ]);
    expect((await people(roundId, { buildingId: t.buildings[1] })).total).toBe(4);
    expect((await people(roundId, { text: '5-201' })).rows.map((r) => r.residentId)).toEqual([t.person(3)]);
  });

  it('freezes what was said when it opens, and then counts the list', async () => {
    const roundId = await draft();
    await say(roundId, [4], { status: 'exempt', reason: 'infant' });
    await say(roundId, [0], { status: 'expected' });
    expect((await t.send('testing.open-round', { roundId })).outcome).toBe('done');
    const frozen = { total: { people: 8, expected: 6, away: 1, exempt: 1 }, parts: [] };
    expect(await planning(roundId)).toMatchObject(frozen);
    await say(roundId, [5], { status: 'away', reason: 'away' });
    expect((await planning(roundId)).total).toMatchObject({ expected: 5, away: 2 });
    const excused = await people(roundId, { show: 'excused' });
    expect(excused.rows.map((row) => row.residentId)).toEqual([t.person(4), t.person(1), t.person(5)]);
  });

  it('is told the reasons of the round before, and takes none of them by itself', async () => {
    const roundId = await draft();
    const proposed = await people(roundId, { show: 'proposed' });
    expect(proposed.rows.map((row) => [row.residentId, row.status, row.earlier])).toEqual([
      [t.person(4), 'expected', { status: 'exempt', reason: 'infant' }],
      [t.person(5), 'expected', { status: 'away', reason: 'away' }],
    ]);
    expect((await planning(roundId)).total.exempt).toBe(0);
    await say(roundId, [4], { status: 'exempt', reason: 'infant' });
    expect((await people(roundId, { show: 'proposed' })).total).toBe(1);
  });

  it('is the leaders’: a volunteer may neither look nor say', async () => {
    const roundId = await draft();
    expect((await say(roundId, [3], { status: 'expected' }, t.sampler)).problems[0]?.code).toBe(
      'command.not-allowed',
    );
    for (const ask of [
      () => t.ask((c) => c.planning({ roundId }), t.sampler),
      () => t.ask((c) => c.planPeople({ roundId, show: 'excused' }), t.sampler),
      () => t.ask((c) => c.readList({ lines: ['3号101'] }), t.sampler),
    ]) {
      await expect(ask()).rejects.toThrow('query.not-allowed');
    }
  });
});

describe('a pasted list', () => {
  it('is read line by line, with what could not be read', async () => {
    const lines = ['3号101 王小明', '5-101', '9号999 王小明', '王小明', ''];
    const read = await t.ask((c) => c.readList({ lines }));
    expect(read.lines.map((line) => line.doubt)).toEqual([
      null,
      null,
      'no-such-place',
      'several',
      'nothing-to-read',
    ]);
    expect(read.lines[0]?.residentIds).toEqual([t.person(0)]);
    expect(read.lines[1]?.residentIds).toEqual([t.person(1)]);
    expect(read.people).toContainEqual({
      residentId: t.person(0),
      place: '清源小区 3号 101',
      name: '王**',
    });
  });
});
