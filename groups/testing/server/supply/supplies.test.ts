import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COLLECTIONS, roundTerm } from '../../contract/sync.ts';
import { TestingWorld } from '../../testing/world.ts';
import { testingSync } from '../sync.ts';

let t: TestingWorld;

beforeAll(async () => {
  t = await TestingWorld.open({ people: 12, poolRatio: 5 });
  await t.send('testing.create-round', t.round);
});
afterAll(() => t.close());

const item = (quantity: number, kind: 'swab' | 'tube' = 'swab') => ({
  entryId: t.newId(),
  kind,
  name: '',
  quantity,
});
const issue = (quantity: number, actor = t.leader) =>
  t.send(
    'testing.issue-supplies',
    { roundId: t.roundId, items: [{ ...item(quantity), laneId: t.lane(0) }], note: '' },
    actor,
  );
const record = (
  deed: 'received' | 'counted' | 'returned',
  items: ReturnType<typeof item>[],
  actor = t.sampler,
) => {
  t.world.clock.advance(1000);
  return t.send(
    'testing.record-supplies',
    { roundId: t.roundId, laneId: t.lane(0), deed, items, note: '' },
    actor,
  );
};
const supplies = () => t.ask((c) => c.supplies({ roundId: t.roundId }));
const swabsAt = async (lane: number) => {
  const { lines } = await supplies();
  return lines.find((line) => line.laneId === t.lane(lane) && line.kind === 'swab');
};

describe('a round’s supplies', () => {
  it('say before the day what each lane needs', async () => {
    const { lines, people, lanes } = await supplies();
    expect(people).toBe(12);
    expect(lanes.map(({ site, lane }) => `${site} ${lane}`)).toContain('2号点 3台');
    // 12 people at six lanes; helpers' suits at each site's first.
    expect(lines.slice(0, 6).map((line) => [line.kind, line.needed])).toEqual([
      ['swab', 3],
      ['tube', 2],
      ['suit', 18],
      ['swab', 3],
      ['tube', 2],
      ['suit', 5],
    ]);
  });

  it('are issued by a leader, and received at the lane', async () => {
    expect((await issue(10)).outcome).toBe('done');
    await t.send('testing.open-round', { roundId: t.roundId });
    expect((await record('received', [item(9), item(4, 'tube')])).outcome).toBe('done');
    expect(await swabsAt(0)).toMatchObject({
      issued: 10,
      received: 9,
      used: null,
      differences: [{ kind: 'not-received', pieces: 1 }],
    });
    const { entries } = await supplies();
    expect(entries).toHaveLength(3);
    expect(entries.at(-1)).toMatchObject({
      deed: 'issued',
      by: expect.stringContaining('成员'),
      voided: false,
    });
  });

  it('are set against samples and tubes once somebody has counted', async () => {
    const tube = t.newId();
    for (const person of [0, 1, 2]) await t.send('testing.sample', t.scan(person, 'A1', tube), t.sampler);
    const last = t.scan(3, 'A1', tube);
    await t.send('testing.sample', last, t.sampler);
    await t.send(
      'testing.undo-sample',
      { roundId: t.roundId, sampleId: last.sampleId, keepCheckIn: false },
      t.sampler,
    );
    await record('counted', [item(5), item(3, 'tube')]);
    expect(await swabsAt(0)).toMatchObject({ used: 4, left: 5, done: { least: 3, most: 4 } });
    expect((await swabsAt(0))?.differences).toEqual([{ kind: 'not-received', pieces: 1 }]);
    const { lines } = await supplies();
    const tubes = lines.find((line) => line.laneId === t.lane(0) && line.kind === 'tube');
    expect(tubes).toMatchObject({ used: 1, done: { least: 1, most: 1 } });
    await record('counted', [item(1)]);
    expect((await swabsAt(0))?.differences).toContainEqual({ kind: 'used-more', pieces: 4 });
  });

  it('sent again after a lost answer count once', async () => {
    const again = t.world.envelope(t.sampler, 'testing.record-supplies', {
      roundId: t.roundId,
      laneId: t.lane(1),
      deed: 'received',
      items: [item(7)],
      note: '',
    });
    expect((await t.world.push(t.sampler, [again]))[0]?.outcome).toBe('done');
    expect((await t.world.push(t.sampler, [again]))[0]?.outcome).toBe('already');
    expect(await swabsAt(1)).toMatchObject({ received: 7 });
  });

  it('are taken back by their author, voided by a leader, and then count no longer', async () => {
    const wrong = item(700);
    await record('received', [wrong]);
    const body = { roundId: t.roundId, entryId: wrong.entryId };
    expect((await t.send('testing.undo-supply', body, t.other)).problems[0]?.code).toBe(
      'testing.not-your-supply',
    );
    expect((await t.send('testing.undo-supply', body, t.sampler)).outcome).toBe('done');
    const second = item(800);
    await record('received', [second]);
    const voiding = { roundId: t.roundId, entryId: second.entryId, note: '写错' };
    expect((await t.send('testing.void-supply', voiding, t.sampler)).problems[0]?.code).toBe(
      'command.not-allowed',
    );
    expect((await t.send('testing.void-supply', voiding)).outcome).toBe('done');
    expect(await swabsAt(0)).toMatchObject({ received: 9 });
  });

  it('are issued by leaders alone, recorded by whoever is on duty, and seen by leaders', async () => {
    expect((await issue(10, t.sampler)).problems[0]?.code).toBe('command.not-allowed');
    expect((await record('received', [item(1)], t.stranger)).problems[0]?.code).toBe('command.not-allowed');
    await expect(t.ask((c) => c.supplies({ roundId: t.roundId }), t.sampler)).rejects.toThrow(
      'query.not-allowed',
    );
  });

  it('reach the phones on duty with the round, and nobody else’s', async () => {
    const sync = testingSync(t.doors);
    const term = roundTerm(t.roundId);
    expect(await t.world.read((tx) => sync.terms(tx, t.stranger, t.world.clock.now()))).toEqual([]);
    const delta = await t.world.read((tx) => sync.delta(tx, t.sampler, term, 0));
    expect(delta[COLLECTIONS.supply]?.rows).toContainEqual(
      expect.objectContaining({ deed: 'issued', kind: 'swab', quantity: 10, laneId: t.lane(0) }),
    );
  });
});
