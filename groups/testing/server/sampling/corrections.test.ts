import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { selectRows } from '#kernel/db/select.ts';
import { COLLECTIONS, roundTerm } from '../../contract/sync.ts';
import { testingDoors } from '../../testing/mounted.ts';
import { openEveryFigure } from '../../testing/open-figures.ts';
import { TestingWorld } from '../../testing/world.ts';
import { testingSync } from '../sync.ts';
import { tubeTable } from '../tables.ts';

let t: TestingWorld;

beforeAll(async () => {
  t = await TestingWorld.open({ people: 20, poolRatio: 5 });
});
beforeEach(async () => {
  t.renewRound();
  await t.openRound();
});
afterAll(() => t.close());

/** People `from`..`to` into one tube. @returns its id and the samples */
async function fill(code: string, from: number, to: number) {
  const tubeId = t.newId();
  const sampleIds: string[] = [];
  for (let person = from; person < to; person++) {
    const body = t.scan(person, code, tubeId);
    sampleIds.push(body.sampleId);
    await t.send('testing.sample', body, t.sampler);
  }
  return { tubeId, sampleIds };
}

const move = (sampleIds: string[], tubeCode: string) => ({
  what: 'move' as const,
  roundId: t.roundId,
  correctionId: t.newId(),
  sampleIds,
  tubeId: t.newId(),
  tubeCode,
  laneId: t.lane(0),
  note: '',
});
const spoil = (tubeId: string, sampleId: string | null) => ({
  roundId: t.roundId,
  spoilageId: t.newId(),
  tubeId,
  sampleId,
  reason: 'leaked' as const,
  note: '塑料袋破了',
});
const tube = (code: string) =>
  t.world.read(async (tx) =>
    (
      await selectRows(tx, tubeTable, sql`round_id = ${t.roundId} and code = ${code} and voided_at is null`)
    ).at(0),
  );
const board = () => t.ask((c) => c.board({ roundId: t.roundId }));
const codes = (answer: { problems: readonly { code: string }[] }) => answer.problems.map((p) => p.code);
const openOnes = async () => {
  const { discrepancies } = await t.ask((c) =>
    c.discrepancies({ roundId: t.roundId, open: true, limit: 50 }),
  );
  return discrepancies.map(({ code }) => code);
};
const everyFigureOpens = async () => {
  for (const { figure, laneId, said, rows } of await openEveryFigure(t, await board())) {
    expect(rows, `${figure} of ${laneId ?? 'the round'}`).toBe(said);
  }
};

describe('a wrong tube', () => {
  it('is put right in the rows, and the three numbers follow', async () => {
    const { sampleIds } = await fill('A1', 0, 4);
    const answer = await t.send('testing.correct-tube', move(sampleIds.slice(2), 'A2'), t.sampler);
    expect(answer.outcome).toBe('done');
    expect(await tube('A1')).toMatchObject({ count: 2 });
    expect(await tube('A2')).toMatchObject({ count: 2, ratio: 5 });
    expect(await board()).toMatchObject({ people: 4, total: { inTubes: 4, tubes: 2 } });
    await everyFigureOpens();
  });

  it('that held too many is settled by itself', async () => {
    const { sampleIds } = await fill('A1', 0, 6);
    expect(await openOnes()).toEqual(['testing.tube-over-ratio']);
    await t.send('testing.correct-tube', move(sampleIds.slice(5), 'A2'), t.sampler);
    expect(await openOnes()).toEqual([]);
  });

  it('in a sealed box or with a result is refused, also to a leader', async () => {
    const { roundId } = t;
    const { sampleIds } = await fill('A1', 0, 2);
    const result = {
      resultId: t.newId(),
      tubeCode: 'A9',
      outcome: 'negative',
      note: '',
      reportedAt: null,
    } as const;
    await t.send('testing.record-results', { roundId, results: [result] });
    expect(codes(await t.send('testing.correct-tube-later', move(sampleIds, 'A9')))).toEqual([
      'testing.tube-has-result',
    ]);
    const boxId = t.newId();
    const tubes = [{ packingId: t.newId(), code: 'A1' }];
    await t.send('testing.pack-tubes', { roundId, boxId, boxCode: 'B1', tubes }, t.sampler);
    await t.send('testing.seal-box', { roundId, boxId, boxCode: 'B1' }, t.sampler);
    expect(codes(await t.send('testing.correct-tube-later', move(sampleIds, 'A2')))).toEqual([
      'testing.tube-sealed',
    ]);
  });

  it('is corrected by its sampler while fresh, by a leader later, by nobody else', async () => {
    const { sampleIds } = await fill('A1', 0, 2);
    expect(codes(await t.send('testing.correct-tube', move(sampleIds, 'A2'), t.other))).toEqual([
      'testing.not-your-sample',
    ]);
    expect((await t.send('testing.correct-tube-later', move(sampleIds, 'A2'), t.sampler)).outcome).toBe(
      'refused',
    );
    t.world.clock.advance(31 * 60_000);
    expect(codes(await t.send('testing.correct-tube', move(sampleIds, 'A2'), t.sampler))).toEqual([
      'testing.correct-too-late',
    ]);
    expect((await t.send('testing.correct-tube-later', move(sampleIds, 'A2'))).outcome).toBe('done');
  });

  it('taken for another is swapped with it', async () => {
    const a = await fill('A1', 0, 2);
    const b = await fill('A2', 2, 5);
    const body = { what: 'swap', roundId: t.roundId, correctionId: t.newId(), note: '' } as const;
    const both = { ...body, tubeId: a.tubeId, otherTubeId: b.tubeId };
    expect((await t.send('testing.correct-tube', both, t.sampler)).outcome).toBe('done');
    expect(await tube('A1')).toMatchObject({ id: b.tubeId, count: 3 });
    expect(await tube('A2')).toMatchObject({ id: a.tubeId, count: 2 });
    await everyFigureOpens();
  });
});

describe('what is spoilt', () => {
  it('is awaited again, and sampled anew is no double', async () => {
    const { tubeId, sampleIds } = await fill('A1', 0, 3);
    expect((await t.send('testing.spoil', spoil(tubeId, sampleIds[0] ?? ''), t.sampler)).outcome).toBe(
      'done',
    );
    expect(await board()).toMatchObject({ people: 2, coverage: { missed: 18 } });
    const again = await t.send('testing.sample', t.scan(0, 'A1', tubeId), t.sampler);
    expect(again.outcome).toBe('done');
    expect(await board()).toMatchObject({ people: 3, repeats: 0, total: { checkedIn: 3, inTubes: 3 } });
    await everyFigureOpens();
  });

  it('takes a whole tube with it', async () => {
    const { tubeId } = await fill('A1', 0, 3);
    await t.send('testing.spoil', spoil(tubeId, null), t.sampler);
    expect(await board()).toMatchObject({ people: 0, total: { checkedIn: 0, inTubes: 0, tubes: 0 } });
    await everyFigureOpens();
  });

  it('is told by whoever is on duty alone', async () => {
    const { tubeId } = await fill('A1', 0, 1);
    expect((await t.send('testing.spoil', spoil(tubeId, null), t.stranger)).outcome).toBe('refused');
  });
});

describe('who came along', () => {
  it('is kept beside the swab, and refused of the child itself', async () => {
    const { sampleIds } = await fill('A1', 0, 1);
    const [sampleId = ''] = sampleIds;
    const carer = (person: number) => ({ roundId: t.roundId, sampleId, carerId: t.person(person) });
    expect((await t.send('testing.record-carer', carer(2), t.sampler)).outcome).toBe('done');
    expect(codes(await t.send('testing.record-carer', carer(0), t.sampler))).toEqual(['testing.own-carer']);
    expect((await t.send('testing.record-carer', carer(2), t.stranger)).outcome).toBe('refused');
  });
});

it('all of it reaches the phones on duty, without notes', async () => {
  const { tubeId, sampleIds } = await fill('A1', 0, 3);
  const [first = '', second = ''] = sampleIds;
  await t.send(
    'testing.record-carer',
    { roundId: t.roundId, sampleId: second, carerId: t.person(9) },
    t.sampler,
  );
  await t.send('testing.correct-tube', move([second], 'A2'), t.sampler);
  await t.send('testing.spoil', spoil(tubeId, first), t.sampler);
  const source = testingSync(testingDoors);
  const all = await t.world.read((tx) => source.delta(tx, t.sampler, roundTerm(t.roundId), 0));
  expect(all[COLLECTIONS.carer]?.rows).toMatchObject([{ id: second, carerId: t.person(9) }]);
  expect(all[COLLECTIONS.correction]?.rows).toMatchObject([
    { fromCode: 'A1', toCode: 'A2', sampleIds: [second] },
  ]);
  expect(all[COLLECTIONS.spoilage]?.rows).toMatchObject([{ sampleId: first, note: '' }]);
});
