import { describe, expect, it } from 'vitest';
import { isUnderWay, type Standing, stepsOf } from './steps.ts';

const empty: Standing = { members: 1, residents: 0, noticeConfirmed: false };
const done = (standing: Standing) => stepsOf(standing).flatMap(({ key, done }) => (done ? [key] : []));

describe('the first steps', () => {
  it('of an empty house are all ahead, and none needs data of anybody before practice', () => {
    expect(done(empty)).toEqual([]);
    const keys = stepsOf(empty).map(({ key }) => key);
    expect(keys.indexOf('practise')).toBeLessThan(keys.indexOf('notice'));
    expect(isUnderWay(empty)).toBe(false);
  });

  it('are ticked as they are done; a volunteer inside proves that phones connect', () => {
    expect(done({ ...empty, members: 2 })).toEqual(['connect', 'invite']);
    expect(done({ ...empty, noticeConfirmed: true })).toEqual(['notice']);
  });

  it('are over once everything that can be told is done', () => {
    expect(isUnderWay({ members: 2, residents: 100, noticeConfirmed: true })).toBe(true);
    expect(isUnderWay({ members: 2, residents: 0, noticeConfirmed: true })).toBe(false);
  });
});
