import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Gaps, GapView } from '../../contract/handover-queries.ts';
import type { GapKind } from '../../contract/reconcile-rows.ts';
import { TestingWorld } from '../../testing/world.ts';

let t: TestingWorld;

beforeAll(async () => {
  t = await TestingWorld.open({ people: 20, poolRatio: 5 });
  await t.openRound();
});
afterAll(() => t.close());

const gaps = (): Promise<Gaps> => t.ask((c) => c.gaps({ roundId: t.roundId }));
const board = () => t.ask((c) => c.board({ roundId: t.roundId }));
const open = async (kind: GapKind): Promise<GapView[]> =>
  (await gaps()).gaps.filter((gap) => gap.kind === kind && gap.accepted === null);
const one = async (kind: GapKind): Promise<GapView> => {
  const [gap, ...others] = await open(kind);
  if (!gap || others.length > 0) throw new Error(`${others.length + (gap ? 1 : 0)} of ${kind}`);
  return gap;
};

async function tube(code: string, people: readonly number[]): Promise<string> {
  const tubeId = t.newId();
  for (const person of people) await t.send('testing.sample', t.scan(person, code, tubeId), t.sampler);
  const body = { roundId: t.roundId, tubeId, reason: 'no-more-people', note: '' } as const;
  if (people.length < 5) await t.send('testing.close-tube', body, t.sampler);
  return tubeId;
}

const pack = (boxCode: string, codes: readonly string[]) =>
  t.send('testing.pack-tubes', {
    ...{ roundId: t.roundId, boxId: t.newId(), boxCode },
    tubes: codes.map((code) => ({ packingId: t.newId(), code })),
  });

/** Sums as the head of `reconcile.ts` has them, over the whole round. */
async function expectExplained(): Promise<void> {
  const { total, sites } = await board();
  const people = (kinds: readonly string[]) =>
    sites
      .flatMap((site) => site.lanes.flatMap((lane) => lane.differences))
      .filter(({ kind }) => kinds.includes(kind))
      .reduce((sum, difference) => sum + difference.people, 0);
  const boxed = ['tube-open', 'tube-not-packed'];
  const came = ['not-sampled', 'no-check-in', 'to-other-lane', 'from-other-lane', 'void-tube'];
  expect(total.checkedIn - total.inTubes).toBe(people(came));
  expect(total.inTubes - total.inPackedTubes).toBe(people(boxed));
}

describe('each difference is named and settled where it stands', () => {
  it('a tube that was forgotten is packed into a box that is sealed already, without a new contradiction', async () => {
    await tube('A1', [0, 1, 2]);
    await tube('A2', [3, 4]);
    await pack('B1', ['A1']);
    await t.send('testing.seal-box', { roundId: t.roundId, boxId: t.newId(), boxCode: 'B1' });
    const gap = await one('tube-not-packed');
    expect(gap).toMatchObject({
      tubeCode: 'A2',
      people: 2,
      lane: '1号点 1台',
      ways: ['pack-into', 'void-tube', 'accept'],
    });
    expect((await gaps()).boxCodes).toEqual(['B1']);
    const body = {
      ...{ roundId: t.roundId, way: 'pack-into' as const, note: '', tubeId: gap.subject },
      ...{ packingId: t.newId(), boxId: t.newId(), boxCode: 'B1' },
    };
    expect(await t.send('testing.settle-gap', body)).toMatchObject({ outcome: 'done' });
    expect(await open('tube-not-packed')).toEqual([]);
    expect((await board()).total).toMatchObject({ checkedIn: 5, inTubes: 5, inPackedTubes: 5 });
    const again = { ...body, packingId: t.newId() };
    expect(await t.send('testing.settle-gap', again)).toMatchObject({
      problems: [{ code: 'testing.tube-packed' }],
    });
  });

  it('a spoilt tube is voided with its people, who have to be sampled again', async () => {
    await tube('A3', [5, 6]);
    const { subject: tubeId } = await one('tube-not-packed');
    const body = { roundId: t.roundId, way: 'void-tube' as const, tubeId, note: '摔碎了' };
    expect(await t.send('testing.settle-gap', body)).toMatchObject({ outcome: 'done' });
    expect(await open('tube-not-packed')).toEqual([]);
    expect((await board()).total).toMatchObject({ checkedIn: 5, inTubes: 5, inPackedTubes: 5 });
    expect(await t.send('testing.settle-gap', body)).toMatchObject({
      problems: [{ code: 'testing.already-voided' }],
    });
    await expectExplained();
  });

  it('somebody who came and left without a swab is taken off the lane', async () => {
    const scan = t.scan(7, 'A4', t.newId());
    await t.send('testing.sample', scan, t.sampler);
    const standing = { roundId: t.roundId, way: 'void-check-in' as const, sampleId: scan.sampleId, note: '' };
    expect(await t.send('testing.settle-gap', standing)).toMatchObject({
      problems: [{ code: 'testing.sample-stands' }],
    });
    await t.send(
      'testing.undo-sample',
      { roundId: t.roundId, sampleId: scan.sampleId, keepCheckIn: true },
      t.sampler,
    );
    const gap = await one('not-sampled');
    expect(gap).toMatchObject({ subject: scan.sampleId, person: { name: '王**' } });
    expect(await t.send('testing.settle-gap', standing)).toMatchObject({ outcome: 'done' });
    expect(await open('not-sampled')).toEqual([]);
    expect(await t.send('testing.settle-gap', standing)).toMatchObject({
      problems: [{ code: 'testing.already-voided' }],
    });
    await expectExplained();
  });

  it('an empty tube is closed or voided', async () => {
    const { subject: tubeId } = await one('tube-open');
    expect(
      await t.send('testing.settle-gap', { roundId: t.roundId, way: 'void-tube', tubeId, note: '空管' }),
    ).toMatchObject({
      outcome: 'done',
    });
    expect(await open('tube-open')).toEqual([]);
  });

  it('a packed code that nobody knows is taken out again, and a result of no tube is named', async () => {
    await pack('B1', ['A9']);
    const { subject: packingId, boxCode } = await one('unknown-packing');
    expect(boxCode).toBe('B1');
    const body = { roundId: t.roundId, way: 'void-packing' as const, packingId, note: '扫错' };
    expect(await t.send('testing.settle-gap', body)).toMatchObject({ outcome: 'done' });
    expect(await open('unknown-packing')).toEqual([]);
    const result = {
      resultId: t.newId(),
      tubeCode: 'Z1',
      outcome: 'negative' as const,
      note: '',
      reportedAt: null,
    };
    await t.send('testing.record-results', { roundId: t.roundId, results: [result] });
    expect(await one('unknown-result')).toMatchObject({ tubeCode: 'Z1', said: 'negative' });
  });
});

describe('a difference that stands', () => {
  const accept = (gap: GapView, note = '箱内实数，扫码漏了一支') =>
    t.send('testing.settle-gap', {
      ...{ roundId: t.roundId, way: 'accept' as const, acceptanceId: t.newId(), note },
      ...{ kind: gap.kind, subject: gap.subject, said: gap.said },
    });

  it('is accepted with a reason, and stays named with who accepted it', async () => {
    await t.send(
      'testing.count-box',
      { roundId: t.roundId, countId: t.newId(), boxCode: 'B1', tubes: 3 },
      t.sampler,
    );
    const gap = await one('count-differs');
    expect(gap.said).toBe('2/3');
    expect(await accept(gap)).toMatchObject({ outcome: 'done' });
    expect(await open('count-differs')).toEqual([]);
    const kept = (await gaps()).gaps.find(({ kind }) => kind === 'count-differs');
    expect(kept?.accepted).toMatchObject({ note: '箱内实数，扫码漏了一支', byName: expect.any(String) });
  });

  it('comes back when its figures move', async () => {
    t.world.clock.advance(1000);
    await t.send(
      'testing.count-box',
      { roundId: t.roundId, countId: t.newId(), boxCode: 'B1', tubes: 4 },
      t.other,
    );
    expect(await one('count-differs')).toMatchObject({ said: '2/3/4' });
  });

  it('is not accepted without a reason, nor by whoever does not lead', async () => {
    const gap = await one('count-differs');
    expect(await accept(gap, '   ')).toMatchObject({ outcome: 'refused' });
    const body = {
      ...{ roundId: t.roundId, way: 'accept' as const, acceptanceId: t.newId(), note: '我看过' },
      ...{ kind: gap.kind, subject: gap.subject, said: gap.said },
    };
    expect(await t.send('testing.settle-gap', body, t.sampler)).toMatchObject({
      problems: [{ code: 'command.not-allowed' }],
    });
  });

  it('is refused for rows of no round', async () => {
    const nowhere = { roundId: t.roundId, note: '' };
    const ids = { tubeId: t.newId(), packingId: t.newId(), sampleId: t.newId(), boxId: t.newId() };
    const { tubeId, packingId, sampleId, boxId } = ids;
    for (const [body, code] of [
      [{ ...nowhere, way: 'void-tube', tubeId }, 'no-such-tube'],
      [{ ...nowhere, way: 'pack-into', tubeId, packingId, boxId, boxCode: 'B1' }, 'no-such-tube'],
      [{ ...nowhere, way: 'void-packing', packingId }, 'no-such-packing'],
      [{ ...nowhere, way: 'void-check-in', sampleId }, 'no-such-sample'],
      [{ ...nowhere, roundId: t.newId(), way: 'void-tube', tubeId }, 'no-such-round'],
    ] as const) {
      expect(await t.send('testing.settle-gap', body), code).toMatchObject({
        problems: [{ code: `testing.${code}` }],
      });
    }
  });
});

describe('the list of differences', () => {
  it('counts as many as the board does', async () => {
    await tube('A5', [8]);
    await tube('A6', [9, 10, 11, 12, 13]);
    const { sites } = await board();
    const { gaps: list } = await gaps();
    for (const kind of ['tube-open', 'tube-not-packed', 'not-sampled', 'no-check-in', 'void-tube'] as const) {
      const said = sites
        .flatMap((site) => site.lanes.flatMap((lane) => lane.differences))
        .filter((difference) => difference.kind === kind)
        .reduce((sum, { rows }) => sum + rows, 0);
      expect(list.filter((gap) => gap.kind === kind).length, kind).toBe(said);
    }
  });
});
