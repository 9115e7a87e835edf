import { useEffect, useState } from 'react';
import { canKeepVaults, vaultsHere } from '#kernel/vault/here.ts';
import { lastUnlocked } from '#kernel/vault/unlocked.ts';

/**
 * Somebody was let in here and nobody has left, yet no vault is there: the browser has cleared its databases, as it does
 * with storage it did not promise to keep.
 */
export function useCleared(): boolean {
  const [cleared, setCleared] = useState(false);
  useEffect(() => {
    if (lastUnlocked() === null || !canKeepVaults()) return;
    vaultsHere()
      .list()
      .then((people) => setCleared(people.length === 0))
      .catch(() => undefined);
  }, []);
  return cleared;
}
