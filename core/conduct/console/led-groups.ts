import { GROUPS, type GroupId, leading } from '#core/accounts/contract.ts';
import { can } from '#kernel/access/access.ts';
import { useSession } from '#kernel/ui/session.ts';

/** The groups I lead now; the gates' before the others, whose codes come first. */
export function useLedGroups(): readonly GroupId[] {
  const session = useSession();
  if (!session) return [];
  const actor = { id: session.actorId, grants: session.grants };
  const led = GROUPS.filter((group) => can({ lead: leading(group) }, actor, 'lead', Date.now()));
  return led.includes('order') ? ['order', ...led.filter((group) => group !== 'order')] : led;
}
