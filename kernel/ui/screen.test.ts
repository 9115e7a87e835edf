import { describe, expect, test } from 'vitest';
import { type ConsoleScreen, opensFor } from './screen.ts';

const screen = (grants?: readonly string[]): ConsoleScreen => ({
  path: '/x',
  title: () => 'x',
  load: async () => ({ default: () => null }),
  ...(grants ? { grants } : {}),
});
const held = (grant: string, from = 0, until: number | null = null) => [{ grant, from, until }];

describe('a screen opens', () => {
  test('to everyone signed in when it names no standing', () => {
    expect(opensFor(screen(), [], 5)).toBe(true);
  });

  test('to whoever holds one of the standings it names, and to the system', () => {
    const leaders = screen(['role:secretary', 'role:leader:testing']);
    expect(opensFor(leaders, held('role:leader:testing'), 5)).toBe(true);
    expect(opensFor(leaders, held('system'), 5)).toBe(true);
    expect(opensFor(leaders, held('role:volunteer'), 5)).toBe(false);
    expect(opensFor(leaders, [], 5)).toBe(false);
  });

  test('from the beginning of a standing until just before its end', () => {
    const duty = screen(['duty:testing']);
    const at = [9, 10, 19, 20].map((now) => opensFor(duty, held('duty:testing', 10, 20), now));
    expect(at).toEqual([false, true, true, false]);
  });
});
