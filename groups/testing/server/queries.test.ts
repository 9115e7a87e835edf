import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MINUTE } from '../testing/area.ts';
import { openEveryFigure } from '../testing/open-figures.ts';
import { TestingWorld } from '../testing/world.ts';

let t: TestingWorld;

beforeAll(async () => {
  t = await TestingWorld.open({ people: 12, away: 2 });
});
afterAll(() => t.close());

describe('before the opening', () => {
  it('a draft shows its plan and how many people it would ask for', async () => {
    await t.send('testing.create-round', t.round);
    const plan = await t.ask((c) => c.plan({ roundId: t.roundId }));
    expect(plan).toMatchObject({ present: 10, away: 2, suggestedSites: 1, tubeSeries: { kind: 'own' } });
    expect(plan.sites.map((site) => [site.name, site.lanes.length])).toEqual([
      ['1号点', 3],
      ['2号点', 3],
    ]);
    const { rounds } = await t.ask((c) => c.rounds({}));
    expect(rounds).toMatchObject([{ id: t.roundId, state: 'draft', expected: null, inTubes: 0 }]);
    await t.send('testing.open-round', { roundId: t.roundId });
  });

  it('a round nobody knows is named so', async () => {
    await expect(t.ask((c) => c.board({ roundId: t.newId() }))).rejects.toThrow('testing.no-such-round');
  });
});

describe('a board', () => {
  it('counts, names differences, and opens each figure to its rows', async () => {
    const one = t.newId();
    await t.send('testing.sample', t.scan(2, 'A1', one, 0), t.sampler);
    await t.send('testing.sample', t.scan(3, 'A1', one, 0), t.sampler);
    // Checked in at lane 1, into the tube of lane 0.
    await t.send('testing.sample', t.scan(4, 'A1', one, 1), t.sampler);
    // The same person again, on another lane, flagged.
    await t.send('testing.sample', t.scan(2, 'B1', t.newId(), 3), t.other);
    const left = t.scan(5, 'B2', t.newId(), 3);
    await t.send('testing.sample', left, t.other);
    const undo = { roundId: t.roundId, sampleId: left.sampleId, keepCheckIn: true };
    await t.send('testing.undo-sample', undo, t.other);
    const tubes = [
      { packingId: t.newId(), code: 'A1' },
      { packingId: t.newId(), code: 'Z9' },
    ];
    await t.send('testing.pack-tubes', { roundId: t.roundId, boxId: t.newId(), boxCode: 'X1', tubes });

    const board = await t.ask((c) => c.board({ roundId: t.roundId }));
    expect(board.total).toEqual({ checkedIn: 5, inTubes: 4, inPackedTubes: 3, tubes: 3, tubesPacked: 1 });
    expect(board).toMatchObject({
      people: 3,
      repeats: 1,
      unknownPackings: 1,
      boxes: { open: 1, sealed: 0 },
      coverage: { expected: 10, sampled: 3, missed: 7, away: 2, exempt: 0 },
      discrepancies: { open: 1, settled: 0 },
    });
    expect(board.buildings.map((b) => b.building)).toEqual(['3号', '5号']);
    const lanes = board.sites.flatMap((site) => site.lanes);
    const [first, second] = lanes;
    expect(first?.differences).toEqual([{ kind: 'from-other-lane', people: -1, rows: 1 }]);
    expect(second?.differences).toEqual([{ kind: 'to-other-lane', people: 1, rows: 1 }]);
    for (const { figure, said, rows } of await openEveryFigure(t, board)) expect(rows, figure).toBe(said);
  });

  it('shows who is missed, masked, with the address', async () => {
    const buildingId = t.buildings[0] ?? '';
    const missed = await t.ask((c) => c.rows({ roundId: t.roundId, figure: 'missed', buildingId }));
    if (missed.of !== 'people') throw new Error('missed are people');
    expect(missed.rows.every((row) => row.name === '王**' && row.place?.startsWith('清源小区 3号'))).toBe(
      true,
    );
    const away = await t.ask((c) => c.rows({ roundId: t.roundId, figure: 'away' }));
    expect(away).toMatchObject({ of: 'people', total: 2, rows: [{ reason: 'away' }, { reason: 'away' }] });
  });

  it('pages its rows', async () => {
    const page = (offset: number) =>
      t.ask((c) => c.rows({ roundId: t.roundId, figure: 'checkedIn', offset, limit: 2 }));
    expect((await page(0)).rows).toHaveLength(2);
    expect(await page(4)).toMatchObject({ total: 5 });
    expect((await page(4)).rows).toHaveLength(1);
  });
});

describe('discrepancies', () => {
  it('tell both sides in the order of the deeds, and how they may be settled', async () => {
    const ask = (open: boolean) => t.ask((c) => c.discrepancies({ roundId: t.roundId, open }));
    const [found] = (await ask(true)).discrepancies;
    expect(found).toMatchObject({
      code: 'testing.double-sample',
      person: { residentId: t.person(2), name: '王**' },
      resolutions: ['keep-first', 'keep-second', 'keep-both'],
      sides: [
        { tubeCode: 'A1', lane: '1台', site: '1号点', boxCode: null, voided: false },
        { tubeCode: 'B1', lane: '1台', site: '2号点', voided: false },
      ],
    });
    const settle = {
      roundId: t.roundId,
      discrepancyId: found?.id ?? '',
      resolution: 'keep-first',
      note: '已问本人',
    } as const;
    expect(await t.send('testing.settle', settle)).toMatchObject({ outcome: 'done' });
    expect((await ask(true)).discrepancies).toEqual([]);
    const [settled] = (await ask(false)).discrepancies;
    expect(settled).toMatchObject({ resolution: 'keep-first', note: '已问本人', settledBy: t.leader.id });
    expect(settled?.sides.map((side) => side.voided)).toEqual([false, true]);
  });
});

describe('closing', () => {
  it('lists phones that may hold work, with whose they are', async () => {
    const phone = await t.hearDevice({ pending: 2 });
    t.world.clock.advance(6 * MINUTE);
    const silent = await t.hearDevice({ pending: 0, lastSeenAt: t.world.clock.now() - 6 * MINUTE });
    const closing = await t.ask((c) => c.closing({ roundId: t.roundId }));
    expect(closing.devices.map(({ id, why }) => [id, why])).toEqual([
      [phone, 'pending'],
      [silent, 'silent'],
    ]);
    expect(closing).toMatchObject({ openTubes: 2, missed: 7, total: { checkedIn: 4, inTubes: 3 } });
  });
});

describe('a volunteer', () => {
  it('reads the plan, not the board', async () => {
    await expect(t.ask((c) => c.plan({ roundId: t.roundId }), t.sampler)).resolves.toBeDefined();
    const refused = 'query.not-allowed';
    await expect(t.ask((c) => c.board({ roundId: t.roundId }), t.sampler)).rejects.toThrow(refused);
    await expect(t.ask((c) => c.rounds({}), t.sampler)).rejects.toThrow(refused);
    await expect(t.ask((c) => c.closing({ roundId: t.roundId }), t.sampler)).rejects.toThrow(refused);
    const rows = { roundId: t.roundId, figure: 'missed' } as const;
    await expect(t.ask((c) => c.rows(rows), t.sampler)).rejects.toThrow(refused);
    const open = { roundId: t.roundId, open: true };
    await expect(t.ask((c) => c.discrepancies(open), t.sampler)).rejects.toThrow(refused);
    await expect(t.ask((c) => c.plan({ roundId: t.roundId }), t.stranger)).rejects.toThrow(refused);
  });
});
