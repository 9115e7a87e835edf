import { can } from '../access/access.ts';
import type { PageAbout } from './screen.ts';
import { useSession } from './session.ts';

/** Pages of modules about rows of others. The shell fills it once, before anything is drawn. */
let known: readonly PageAbout[] = [];

export const setPagesAbout = (pages: readonly PageAbout[]): void => {
  known = pages;
};

/** Those that open for the person at this desk, in the order the modules stand. */
export function usePagesAbout(what: string): readonly PageAbout[] {
  const session = useSession();
  if (!session) return [];
  const actor = { id: session.actorId, grants: session.grants };
  const now = Date.now();
  return known.filter((page) => page.what === what && can({ open: page.grants }, actor, 'open', now));
}
