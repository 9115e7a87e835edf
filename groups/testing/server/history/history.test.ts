import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestingBodies } from '../../contract/commands.ts';
import { placedMembers } from '../../domain/members/order.ts';
import { TestingWorld } from '../../testing/world.ts';
import { findMembers } from './store-tube.ts';

let t: TestingWorld;
let first: string;
let tubeId: string;
const MINUTE = 60_000;

/** As a phone without a network would: it happened before, it comes now. */
const late = async (body: TestingBodies['testing.sample'], minutesAgo: number) =>
  t.send('testing.sample', body, t.other, { claimedAt: t.world.clock.now() - minutesAgo * MINUTE });
const tube = (code = 'A1', actor = t.leader) => t.ask((c) => c.tube({ roundId: first, code }), actor);
const person = (index: number, actor = t.leader) =>
  t.ask((c) => c.person({ residentId: t.person(index) }), actor);
const said = (tubeCode: string, outcome: 'negative' | 'positive', note = '') => ({
  roundId: first,
  results: [{ resultId: t.newId(), tubeCode, outcome, note, reportedAt: null }],
});

beforeAll(async () => {
  t = await TestingWorld.open({ people: 8, away: 1 });
  await t.openRound();
  first = t.roundId;
  tubeId = t.newId();
  t.world.clock.advance(60 * MINUTE);
  for (const one of [1, 2, 3]) await t.send('testing.sample', t.scan(one, 'A1', tubeId), t.sampler);
});
afterAll(() => t.close());

const order = async () => (await tube()).members.map(({ residentId, position }) => [residentId, position]);

describe('a tube', () => {
  it('names its members in the order of the swabs, with time, lane and who took them', async () => {
    const { members, openings } = await tube();
    expect(members.map(({ residentId, position }) => [residentId, position])).toEqual([
      [t.person(1), 1],
      [t.person(2), 2],
      [t.person(3), 3],
    ]);
    expect(members[0]).toMatchObject({ lane: '1号点 1台', method: 'scan', withdrawn: false, change: null });
    expect(members[0]?.name).toMatch(/^.\*+$/);
    expect(members[0]?.byName).toContain('成员');
    expect(openings).toMatchObject([{ tubeId, state: 'open', closedAt: null, boxCode: null, merged: false }]);
  });

  it('a phone that syncs later stands where it was, not where it came', async () => {
    await late(t.scan(4, 'A1', tubeId), 30);
    expect(await order()).toEqual([
      [t.person(4), 1],
      [t.person(1), 2],
      [t.person(2), 3],
      [t.person(3), 4],
    ]);
  });

  it('keeps a withdrawn member where it stood, without a place, and says who withdrew it and why', async () => {
    const { sampleId } = (await tube()).members[1] ?? { sampleId: '' };
    const note = '扫错了人，本人还没到';
    await t.send('testing.void-sample', { roundId: first, sampleId, keepCheckIn: false, note });
    const { members } = await tube();
    expect(members.map(({ residentId, position }) => [residentId, position])).toEqual([
      [t.person(4), 1],
      [t.person(1), null],
      [t.person(2), 2],
      [t.person(3), 3],
    ]);
    expect(members[1]).toMatchObject({
      withdrawn: true,
      change: { kind: 'testing.void-sample', note, resolution: null },
    });
  });

  it('on the server stands as the rule of the phone orders it', async () => {
    const rows = await t.world.read((tx) => findMembers(tx, [tubeId]));
    const ruled = placedMembers(rows).map(({ residentId, position }) => [residentId, position]);
    expect(await order()).toEqual(ruled);
    for (const [index, place] of [
      [4, 1],
      [2, 2],
      [3, 3],
    ] as const) {
      expect((await person(index)).rounds[0]?.tests[0]).toMatchObject({ position: place, tubeCode: 'A1' });
    }
  });

  it('opened on two phones and settled as one tells who came from the other, and the dispute', async () => {
    await late(t.scan(5, 'A1', t.newId(), 1), 20);
    const [open] = (await t.ask((c) => c.discrepancies({ roundId: first, open: true }))).discrepancies;
    await t.send('testing.settle', {
      roundId: first,
      discrepancyId: open?.id ?? '',
      resolution: 'same-tube',
      note: '两台手机轮着用',
    });
    const { members, openings, disputes } = await tube();
    expect(openings.map(({ merged, voided }) => [merged, voided])).toContainEqual([true, true]);
    const moved = members.find(({ residentId }) => residentId === t.person(5));
    expect(moved?.position).toBe(2);
    expect(disputes).toMatchObject([
      { code: 'testing.tube-used-twice', resolution: 'same-tube', note: '两台手机轮着用' },
    ]);
    expect(members.filter(({ change }) => change?.resolution === 'same-tube')).not.toEqual([]);
  });

  it('says when it was closed, packed and sealed, and by whom', async () => {
    const boxId = t.newId();
    await t.send(
      'testing.close-tube',
      { roundId: first, tubeId, reason: 'shift-end', note: '交班' },
      t.sampler,
    );
    const pack = { roundId: first, boxId, boxCode: 'B1', tubes: [{ packingId: t.newId(), code: 'A1' }] };
    await t.send('testing.pack-tubes', pack, t.sampler);
    await t.send('testing.seal-box', { roundId: first, boxId, boxCode: 'B1' }, t.other);
    const [opening] = (await tube()).openings.filter(({ merged }) => !merged);
    expect(opening).toMatchObject({
      state: 'packed',
      closeReason: 'shift-end',
      note: '交班',
      boxCode: 'B1',
      packedByName: `成员${t.sampler.id.slice(0, 4)}`,
      sealedByName: `成员${t.other.id.slice(0, 4)}`,
    });
  });

  it('keeps what the laboratory said before it corrected itself', async () => {
    expect((await tube()).result).toBeNull();
    await t.send('testing.record-results', said('A1', 'positive', 'N Ct 31'));
    t.world.clock.advance(MINUTE);
    await t.send('testing.record-results', said('A1', 'negative', '复核'));
    expect((await tube()).result).toMatchObject({
      outcome: 'negative',
      note: '复核',
      earlier: [{ outcome: 'positive', note: 'N Ct 31' }],
    });
  });

  it('nobody knows is named so; one that only the laboratory speaks of is told to those who may hear it', async () => {
    await expect(tube('Z9')).rejects.toMatchObject({ problem: { code: 'testing.no-such-tube' } });
    await t.send('testing.record-results', said('Z9', 'negative'));
    expect(await tube('Z9')).toMatchObject({ openings: [], members: [], result: { outcome: 'negative' } });
  });

  it('is found by its code, typed with dashes or in part, and nothing is found by two letters', async () => {
    const find = async (text: string) => (await t.ask((c) => c.findTubes({ text }))).tubes;
    const long = 'TK704170032X';
    await t.send('testing.sample', t.scan(6, long, t.newId()), t.sampler);
    expect(await find('tk7-0417-0032-x')).toMatchObject([{ code: long, people: 1, roundId: first }]);
    expect(await find('0032')).toMatchObject([{ code: long }]);
    expect(await find('9999')).toEqual([]);
    await expect(find('A1')).rejects.toThrow();
  });
});

describe('a person', () => {
  it('has every opened round, latest first, with tube, place in it, time and result', async () => {
    t.renewRound();
    t.round = { ...t.round, mode: 'single', poolRatio: 1 };
    await t.openRound();
    await t.send('testing.sample', t.scan(2, 'S1', t.newId()), t.sampler);
    const { rounds, name, maySeeResult } = await person(2);
    expect([name?.endsWith('**'), maySeeResult]).toEqual([true, true]);
    expect(rounds.map(({ roundId, expected }) => [roundId, expected])).toEqual([
      [t.roundId, 'expected'],
      [first, 'expected'],
    ]);
    expect(rounds[0]?.tests).toMatchObject([{ tubeCode: 'S1', position: 1, single: true, outcome: null }]);
    expect(rounds[1]?.tests).toMatchObject([
      { tubeCode: 'A1', single: false, outcome: 'negative', inTube: 4 },
    ]);
  });

  it('who was away, and whose swab was withdrawn, says so with no place in the tube', async () => {
    const away = (await person(0)).rounds.find(({ roundId }) => roundId === first);
    expect(away).toMatchObject({ expected: 'away', reason: 'away', tests: [] });
    const withdrawn = (await person(1)).rounds.find(({ roundId }) => roundId === first);
    expect(withdrawn?.tests).toMatchObject([
      { position: null, withdrawn: true, change: { kind: 'testing.void-sample' } },
    ]);
  });

  it('nobody knows has rounds in which he or she was not listed', async () => {
    const { name, rounds } = await t.ask((c) => c.person({ residentId: t.newId() }));
    expect(name).toBeNull();
    expect(rounds.every(({ expected, tests }) => expected === null && tests.length === 0)).toBe(true);
  });

  it('merged with another entry is one history under both ids', async () => {
    const merged = await t.desk('people.merge-residents', {
      keptId: t.person(2),
      mergedId: t.person(6),
      reason: '重复登记',
      take: [],
    });
    if (merged.outcome !== 'done') throw new Error(JSON.stringify(merged.problems));
    const history = await person(6);
    expect(history.residentId).toBe(t.person(2));
    expect(history.rounds.find(({ roundId }) => roundId === first)?.tests).toHaveLength(2);
  });
});

describe('results', () => {
  it('and histories are not for a volunteer on duty, nor for another group', async () => {
    for (const actor of [t.sampler, t.stranger]) {
      await expect(tube('A1', actor)).rejects.toMatchObject({ problem: { code: 'query.not-allowed' } });
      await expect(person(2, actor)).rejects.toMatchObject({ problem: { code: 'query.not-allowed' } });
      await expect(t.ask((c) => c.findTubes({ text: '0417' }), actor)).rejects.toThrow();
    }
  });
});
