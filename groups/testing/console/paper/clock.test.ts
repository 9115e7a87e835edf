import { describe, expect, it } from 'vitest';
import { atClock, readClock } from './clock.ts';

describe('times on paper', () => {
  it('are read as people write them', () => {
    for (const text of ['9:14', '09：14', '914', '0914', '9点14分', ' 9.14 ']) {
      expect(readClock(text), text).toEqual({ hour: 9, minute: 14 });
    }
  });

  it('that no clock shows are none', () => {
    for (const text of ['', '9', '25:00', '12:60', '0914 5', '上午', '2460']) {
      expect(readClock(text), text).toBeNull();
    }
  });

  it('stand on the day of the list', () => {
    expect(atClock('2022-04-17', '914')).toBe(new Date(2022, 3, 17, 9, 14).getTime());
    expect(atClock('2022-04-', '914')).toBeNull();
    expect(atClock('2022-04-17', 'x')).toBeNull();
  });
});
