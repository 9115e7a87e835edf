import type { Actor } from '#kernel/access/access.ts';

const HOUR = 3_600_000;

/**
 * When what this actor pulled must be erased from the phone even without a network, epoch ms: at the end of the duty
 * under way with its grace, and of every further duty that begins before that one is over; whoever leads, and whoever
 * has no duty now and so pulls little but his own name, a number of hours after the sync.
 * @param hours the area's setting
 */
export function holdUntil(actor: Actor, now: number, hours: number): number {
  const duties = actor.grants.filter((g) => g.grant.startsWith('duty:')).sort((a, b) => a.from - b.from);
  let end = now;
  for (const { from, until } of duties) {
    if (from <= end && until !== null && until > end) end = until;
  }
  const leads = actor.grants.some(
    (g) =>
      g.from <= now &&
      (g.until === null || now < g.until) &&
      !g.grant.startsWith('duty:') &&
      g.grant !== 'role:volunteer',
  );
  return leads || end === now ? Math.max(end, now + hours * HOUR) : end;
}
