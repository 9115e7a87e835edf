import { setSession } from '#kernel/ui/session.ts';

/**
 * Ends the session here and, when there is a network, at the server; a phone without one must still be able to
 * let go of its person. The outbox stays.
 */
export async function signOut(): Promise<void> {
  try {
    await fetch('/api/sign-out', { method: 'POST', credentials: 'same-origin' });
  } finally {
    setSession(null);
  }
}
