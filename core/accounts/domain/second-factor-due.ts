import type { Role } from '../contract/roles.ts';

const DAY = 86_400_000;

/**
 * Until when somebody must have a second factor, epoch ms; null where none is asked for. The command post sees
 * everybody's data, so a learned PIN must not be enough there.
 * @param since when the present role began, epoch ms
 */
export function secondFactorDue(role: Role, since: number, graceDays: number): number | null {
  return role === 'secretary' || role === 'command' ? since + graceDays * DAY : null;
}
