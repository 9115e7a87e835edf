import { describe, expect, test } from 'vitest';
import { clockMinutes, silenceOf } from './silence.ts';

const NOON = Date.UTC(2022, 3, 17, 4);

const phone = (minutesAgo: number | null, change: object = {}) => ({
  lastSeenAt: minutesAgo === null ? null : NOON - minutesAgo * 60_000,
  pending: 0,
  revokedAt: null,
  ...change,
});

describe('a phone’s silence', () => {
  test('begins after the setting’s minutes without a word', () => {
    expect(silenceOf(phone(10), NOON, 10)).toEqual({ silent: false, minutes: 10, holds: false });
    expect(silenceOf(phone(10.1, { pending: 3 }), NOON, 10)).toEqual({
      silent: true,
      minutes: 10,
      holds: true,
    });
    expect(silenceOf(phone(10.1), NOON, 30)).toMatchObject({ silent: false });
  });

  test('is complete for one that enrolled and never synced', () => {
    expect(silenceOf(phone(null), NOON, 10)).toMatchObject({ silent: true, minutes: null });
  });

  test('is nobody’s worry once the phone is out of use', () => {
    expect(silenceOf(phone(500, { revokedAt: NOON }), NOON, 10)).toMatchObject({ silent: false });
  });

  test('is not, for a phone heard in the future of this screen’s clock', () => {
    expect(silenceOf(phone(-1), NOON, 10)).toMatchObject({ silent: false, minutes: 0 });
  });
});

describe('a phone’s clock', () => {
  test('is right within two minutes, and while it was never measured', () => {
    expect(clockMinutes(null)).toBe(0);
    expect(clockMinutes(120_000)).toBe(0);
  });

  test('is ahead when the server’s time is behind it', () => {
    expect(clockMinutes(-300_000)).toBe(5);
    expect(clockMinutes(180_000)).toBe(-3);
  });
});
