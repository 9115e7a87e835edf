/**
 * How long a session holds. A volunteer's phone lies in a drawer between two rounds and must open offline, so a month
 * unused ends it (NIST SP 800-63B §4.1.3: at most 30 days for one factor); whoever works daily signs in once a season.
 */
export const SESSION_LIFE = { idleMs: 30 * 86_400_000, longestMs: 90 * 86_400_000 } as const;

export interface SessionTimes {
  readonly openedAt: number;
  readonly lastSeenAt: number;
}

export function sessionIsOver({ openedAt, lastSeenAt }: SessionTimes, now: number): boolean {
  return now - lastSeenAt >= SESSION_LIFE.idleMs || now - openedAt >= SESSION_LIFE.longestMs;
}
