import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RefusalKind, RefusalReason } from '../../contract/refusal-rows.ts';
import { COLLECTIONS, roundTerm } from '../../contract/sync.ts';
import { testingDoors } from '../../testing/mounted.ts';
import { TestingWorld } from '../../testing/world.ts';
import { testingSync } from '../sync.ts';

let t: TestingWorld;

beforeAll(async () => {
  t = await TestingWorld.open({ people: 8, away: 1 });
  await t.openRound();
});
afterAll(() => t.close());

function word(person: number, kind: RefusalKind, reason: RefusalReason, note = '') {
  t.world.clock.advance(1000);
  return { roundId: t.roundId, refusalId: t.newId(), residentId: t.person(person), kind, reason, note };
}

const say = (body: ReturnType<typeof word>, actor = t.sampler) =>
  t.send('testing.record-refusal', body, actor);
const coverage = async () => {
  const { coverage: all } = await t.ask((c) => c.board({ roundId: t.roundId }));
  return { missed: all.missed, refused: all.refused, absent: all.absent };
};
const rows = async (figure: 'missed' | 'refused' | 'absent') => {
  const found = await t.ask((c) => c.rows({ roundId: t.roundId, figure }));
  return found.of === 'people' ? found.rows : [];
};

describe('refusals and absences', () => {
  it('are kept of whoever is on duty, and of nobody else', async () => {
    expect((await say(word(1, 'refused', 'unwell', '发烧'))).outcome).toBe('done');
    expect((await say(word(2, 'absent', 'no-answer'))).outcome).toBe('done');
    expect((await say(word(3, 'refused', 'afraid'), t.stranger)).outcome).toBe('refused');
  });

  it('whose reason does not fit the kind are refused', async () => {
    expect((await say(word(3, 'refused', 'no-answer'))).outcome).toBe('refused');
  });

  it('are figures of the board, among the missed, and open with their reasons', async () => {
    expect(await coverage()).toEqual({ missed: 7, refused: 1, absent: 1 });
    expect(await rows('refused')).toMatchObject([
      { residentId: t.person(1), refusal: { kind: 'refused', reason: 'unwell', note: '发烧' } },
    ]);
    expect((await rows('missed')).map(({ refusal }) => refusal?.kind ?? null).sort()).toEqual(
      ['absent', 'refused', ...Array(5).fill(null)].sort(),
    );
  });

  it('count by the latest word: asked again, somebody not met said no', async () => {
    await say(word(2, 'refused', 'unwilling'));
    expect(await coverage()).toEqual({ missed: 7, refused: 2, absent: 0 });
  });

  it('leave the figures once the person is sampled, and the rows stay', async () => {
    await t.send('testing.sample', t.scan(2, 'R1', t.newId()), t.sampler);
    expect(await coverage()).toEqual({ missed: 6, refused: 1, absent: 0 });
    expect(await rows('refused')).toMatchObject([{ residentId: t.person(1) }]);
  });

  it('reach the phones on duty without what was written about somebody', async () => {
    const source = testingSync(testingDoors);
    const all = await t.world.read((tx) => source.delta(tx, t.sampler, roundTerm(t.roundId), 0));
    expect(all[COLLECTIONS.refusal]?.rows).toHaveLength(3);
    expect(JSON.stringify(all[COLLECTIONS.refusal])).not.toContain('发烧');
  });

  it('follow the entry that stands when two of one person are merged, and go back', async () => {
    const [kept, merged] = [t.person(4), t.person(1)];
    const answer = await t.desk('people.merge-residents', {
      keptId: kept,
      mergedId: merged,
      take: [],
      reason: '同一人',
    });
    expect(answer.outcome).toBe('done');
    expect(await rows('refused')).toMatchObject([{ residentId: kept }]);
    await t.desk('people.unmerge-residents', { mergeId: answer.id });
    expect(await rows('refused')).toMatchObject([{ residentId: merged }]);
  });

  it('of a phone that has not heard of the merge are the kept person’s', async () => {
    const [kept, merged] = [t.person(4), t.person(5)];
    await t.desk('people.merge-residents', { keptId: kept, mergedId: merged, take: [], reason: '同一人' });
    expect((await say(word(5, 'absent', 'at-work'))).outcome).toBe('done');
    expect(await rows('absent')).toMatchObject([{ residentId: kept }]);
  });
});
