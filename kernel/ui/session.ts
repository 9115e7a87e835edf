import { type AccessRules, can, type Grant } from '../access/access.ts';
import { Cell } from './cell.ts';
import { useCell } from './store.ts';

/** Who uses this browser, in which area. Filled by the accounts module's sign-in. */
export interface Session {
  readonly areaId: string;
  readonly areaName: string;
  /** The real area this one stands in for while people learn; absent or null in a real one. Marked on every screen. */
  readonly practisesFor?: string | null;
  /** The member's id: the author of the commands made here. */
  readonly actorId: string;
  /** The person's own name, shown to himself only. */
  readonly name: string;
  /** Until when this person must have a second factor, epoch ms; null or absent when nothing is asked. */
  readonly secondFactorBy?: number | null;
  readonly grants: readonly Grant[];
}

const isSession = (kept: unknown): kept is Session | null =>
  kept === null ||
  (typeof kept === 'object' && 'areaId' in kept && 'actorId' in kept && 'grants' in kept && 'name' in kept);

/** In memory only: a phone's comes out of its vault, a desk's is kept (`keepSession`). */
export const sessionCell = new Cell<Session | null>(null);

/** At a desk the session outlives a reload; called before anything is drawn. */
export function keepSession(): void {
  const kept = new Cell<Session | null>(null, { keep: 'concerto.desk', accept: isSession });
  sessionCell.set(kept.get());
  sessionCell.subscribe(() => kept.set(sessionCell.get()));
}

export const currentSession = (): Session | null => sessionCell.get();
export const useSession = (): Session | null => useCell(sessionCell);

/** Set after sign-in, with null after sign-out; what was pulled for the former person is not its business. */
export const setSession = (session: Session | null): void => sessionCell.set(session);

/** The current place. Throws where a screen without a session asks: that is a fault of the screen. */
export function requireSession(): Session {
  const session = currentSession();
  if (!session) throw new Error('This screen needs a session');
  return session;
}

/** The capability helper: show the button and say why not, instead of hiding it. */
export function useMay(rules: AccessRules, action: string, now: number = Date.now()): boolean {
  const session = useSession();
  return session !== null && can(rules, { id: session.actorId, grants: session.grants }, action, now);
}
