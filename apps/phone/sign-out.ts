import type { SyncClient } from '#kernel/sync/client/client.ts';
import { setSession } from '#kernel/ui/session.ts';

/**
 * Ends the session here and, when there is a network, at the server; a phone without one must still be able to
 * let go of its person. What was pulled for him or her is erased, the outbox stays.
 */
export async function signOut(client: SyncClient): Promise<void> {
  try {
    await client.erase();
    await fetch('/api/sign-out', { method: 'POST', credentials: 'same-origin' });
  } finally {
    setSession(null);
  }
}
