import { describe, expect, it } from 'vitest';
import { chinaTime, fromChinaTime } from './china-time.ts';

const MORNING = Date.UTC(2022, 3, 18, 1, 5);

describe('China’s time', () => {
  it('is written for sheets', () => {
    expect(chinaTime(MORNING)).toBe('2022-04-18 09:05:00');
  });

  it.each([
    '2022/4/18 9:05',
    '2022-04-18 09:05:00',
    '2022.4.18 9:05',
    '2022年4月18日 9：05',
    '2022-04-18T09:05',
  ])('is read from %s', (text) => {
    expect(fromChinaTime(text)).toBe(MORNING);
  });

  it('a day alone is its beginning', () => {
    expect(fromChinaTime('2022-04-18')).toBe(Date.UTC(2022, 3, 17, 16));
  });

  it.each(['', '昨天', '2022-13-01', '2022-02-30', '2022-04-18 25:00', '18/4/2022'])('%s is none', (text) => {
    expect(fromChinaTime(text)).toBeNull();
  });
});
