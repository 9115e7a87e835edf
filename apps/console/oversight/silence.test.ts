import { describe, expect, test } from 'vitest';
import { clockMinutes, silenceOf } from './silence.ts';

const NOON = Date.UTC(2022, 3, 17, 4);

describe('a phone’s silence', () => {
  test('begins after ten minutes without a word', () => {
    expect(silenceOf({ lastSeenAt: NOON - 600_000, pending: 0 }, NOON)).toEqual({
      silent: false,
      minutes: 10,
      holds: false,
    });
    expect(silenceOf({ lastSeenAt: NOON - 600_001, pending: 3 }, NOON)).toEqual({
      silent: true,
      minutes: 10,
      holds: true,
    });
  });

  test('a phone heard in the future of this screen’s clock is not silent', () => {
    expect(silenceOf({ lastSeenAt: NOON + 5_000, pending: 0 }, NOON)).toMatchObject({
      silent: false,
      minutes: 0,
    });
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
