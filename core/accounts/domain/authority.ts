import type { Grant } from '#kernel/access/access.ts';
import { GROUPS, type GroupId, ROLES, type Role } from '../contract/roles.ts';
import type { Standing } from '../contract/rows.ts';

/** On whose authority a command stands: the server itself, or what a member was at the command's time. */
export type Authority = 'server' | Pick<Standing, 'role' | 'group'> | null;

const SYSTEM_ACTORS: ReadonlySet<string> = new Set(['system', 'cli']);

export const isSystemActor = (actorId: string): boolean => SYSTEM_ACTORS.has(actorId);

/** The standing in force at a time; null for somebody who was not here. */
export function standingAt(
  standings: Iterable<Standing>,
  at: number,
): Pick<Standing, 'role' | 'group'> | null {
  let found: Standing | null = null;
  for (const s of standings) {
    if (s.from > at || (s.until !== null && s.until <= at)) continue;
    if (!found || s.from >= found.from) found = s;
  }
  return found;
}

/** The standings among somebody's grants in force: leaders of two groups have two. Empty for volunteers' duties. */
export function standingsOf(grants: readonly Grant[], at: number): Pick<Standing, 'role' | 'group'>[] {
  return grants
    .filter((g) => g.from <= at && (g.until === null || at < g.until))
    .flatMap(({ grant }) => {
      const [kind, name, groupName] = grant.split(':');
      const role = ROLES.find((r) => r === name);
      if (kind !== 'role' || role === undefined) return [];
      return [{ role, group: GROUPS.find((g) => g === groupName) ?? null }];
    });
}

/**
 * Whether somebody may give, change or take away that role in that group. A secretary every role; the command post
 * all but the secretary's; a leader deputies and volunteers of the own group; a deputy its volunteers.
 */
export function mayGive(by: Authority, role: Role, group: GroupId | null): boolean {
  if (by === null) return false;
  if (by === 'server') return true;
  switch (by.role) {
    case 'secretary':
      return true;
    case 'command':
      return role !== 'secretary';
    case 'leader':
      return (role === 'deputy' || role === 'volunteer') && group === by.group;
    case 'deputy':
      return role === 'volunteer' && group === by.group;
    case 'volunteer':
      return false;
  }
}
