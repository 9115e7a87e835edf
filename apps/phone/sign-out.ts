import type { SyncClient } from '#kernel/sync/client/client.ts';
import { vaultsHere } from '#kernel/vault/here.ts';
import { forgetLast, unlockedCell } from '#kernel/vault/unlocked.ts';
import { lockPhone } from './lock.ts';

/**
 * Takes the person off this phone, also without a network: rows, keys and place in the list go, what waits stays and
 * is carried by whoever is next. Keys that a command still needs to be delivered stay, locked.
 */
export async function signOut(client: SyncClient): Promise<void> {
  const vault = unlockedCell.get();
  try {
    await client.erase();
    if (vault && (await client.unsealed()) === 0) {
      await client.dropAnswered();
      await vaultsHere().remove(vault.id);
    }
    await fetch('/api/sign-out', { method: 'POST', credentials: 'same-origin' });
  } finally {
    forgetLast();
    lockPhone();
  }
}
