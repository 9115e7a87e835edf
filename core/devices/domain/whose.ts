import type { GroupId } from '#core/accounts/contract.ts';
import type { DeviceMember, DevicesState } from './state.ts';

/** Everyone known to use a device: who has a key on it, and who was on it last. */
export function usersOf(state: Pick<DevicesState, 'keys' | 'heard'>, deviceId: string): ReadonlySet<string> {
  const users = new Set(state.keys.by('device', deviceId).map((key) => key.memberId));
  const last = state.heard.get(deviceId);
  if (last !== undefined) users.add(last);
  return users;
}

/** The groups a member belongs to: the latest standing's and those of his duties. */
export function groupsOf(member: DeviceMember): ReadonlySet<GroupId> {
  const groups = new Set(member.dutyGroups);
  const latest = member.standings.reduce<DeviceMember['standings'][number] | null>(
    (best, standing) => (best === null || standing.from >= best.from ? standing : best),
    null,
  );
  if (latest?.group) groups.add(latest.group);
  return groups;
}

/**
 * Whether somebody looks after that device: the command post after every one, a leader or deputy after those that
 * somebody of the own group uses. A system actor is no member and passes.
 */
export function looksAfter(state: DevicesState, actorId: string, deviceId: string, at: number): boolean {
  const actor = state.members.get(actorId);
  if (!actor) return true;
  const held = actor.standings.filter((s) => s.from <= at && (s.until === null || at < s.until));
  if (held.some(({ role }) => role === 'secretary' || role === 'command')) return true;
  const led = held.flatMap(({ role, group }) => (role === 'volunteer' || group === null ? [] : [group]));
  for (const userId of usersOf(state, deviceId)) {
    const user = state.members.get(userId);
    const groups = user ? groupsOf(user) : new Set<GroupId>();
    if (led.some((group) => groups.has(group))) return true;
  }
  return false;
}
