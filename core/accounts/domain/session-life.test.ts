import { describe, expect, it } from 'vitest';
import { SESSION_LIFE, sessionIsOver } from './session-life.ts';

const DAY = 86_400_000;

describe('how long a session holds', () => {
  it('ends when it was not used for a month', () => {
    expect(sessionIsOver({ openedAt: 0, lastSeenAt: 10 * DAY }, 39 * DAY)).toBe(false);
    expect(sessionIsOver({ openedAt: 0, lastSeenAt: 10 * DAY }, 40 * DAY)).toBe(true);
  });

  it('ends after a season, however busy', () => {
    const daily = (day: number) => ({ openedAt: 0, lastSeenAt: day * DAY - 1 });
    expect(sessionIsOver(daily(89), 89 * DAY)).toBe(false);
    expect(sessionIsOver(daily(90), 90 * DAY)).toBe(true);
    expect(SESSION_LIFE.idleMs).toBeLessThan(SESSION_LIFE.longestMs);
  });
});
