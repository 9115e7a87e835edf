import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testingDoors } from '../testing/mounted.ts';
import { TestingWorld } from '../testing/world.ts';
import { testingSubject } from './subject-source.ts';

/** What testing tells a person about himself or herself. */
let t: TestingWorld;
const source = testingSubject(testingDoors.members);
const tell = (ids: readonly string[], language: 'zh-CN' | 'en' = 'zh-CN') =>
  t.world.read((tx) => source.read(tx, ids, language));

beforeAll(async () => {
  t = await TestingWorld.open({ people: 6, away: 1 });
  await t.openRound();
});
afterAll(() => t.close());

describe('testing’s part of a person’s copy', () => {
  it('names the swabs with tube, place and who took them, and the lists', async () => {
    const body = t.scan(2, 'S-1', t.newId());
    await t.send('testing.sample', body, t.sampler);
    const [swabs, lists] = await tell([t.person(2)]);
    expect(swabs?.title).toBe('核酸采样');
    expect(swabs?.rows).toHaveLength(1);
    expect(swabs?.rows[0]).toEqual(expect.arrayContaining(['S-1', '已检']));
    expect(lists?.rows).toEqual([[expect.any(String), '应检', '']]);
  });

  it('does not hide a swab that was voided, nor why somebody was not awaited', async () => {
    const body = t.scan(3, 'S-2', t.newId());
    await t.send('testing.sample', body, t.sampler);
    await t.send('testing.void-sample', {
      roundId: t.roundId,
      sampleId: body.sampleId,
      keepCheckIn: false,
      note: '洒了',
    });
    const [swabs] = await tell([t.person(3)]);
    expect(swabs?.rows.at(0)?.at(-1)).toBe('已作废');
    const [, lists] = await tell([t.person(0)]);
    expect(lists?.rows[0]?.slice(1)).toEqual(['外出', '不在沪']);
  });

  it('tells of nobody else, and says so where nothing is held', async () => {
    const [swabs, lists] = await tell([t.newId()]);
    expect(swabs?.rows).toEqual([]);
    expect(lists?.rows).toEqual([]);
    const [other] = await tell([t.person(5)]);
    expect(other?.rows).toEqual([]);
  });

  it('speaks English where that is asked for', async () => {
    const [swabs] = await tell([t.person(2)], 'en');
    expect(swabs?.title).toBe('Samples taken');
  });
});
