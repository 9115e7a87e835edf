import { profileCell } from '#core/accounts/phone/profile.ts';
import { refreshPlace } from '#core/accounts/phone/stay-in.ts';
import { vaultsHere } from '#kernel/vault/here.ts';
import { forgetLast, unlockedCell } from '#kernel/vault/unlocked.ts';
import { openCaretaker } from './caretakers.ts';
import { lockPhone } from './lock.ts';

const EVERY_MS = 15 * 60_000;

/** Asks now and then what the person unlocked may do; who no longer works in the area leaves this phone. */
export function keepFresh(): void {
  // What keeps it from asking now is there at the next look too; nothing waits for the answer.
  const look = () => {
    if (document.visibilityState === 'visible') void refresh().catch(() => undefined);
  };
  setInterval(look, EVERY_MS);
  document.addEventListener('visibilitychange', look);
}

/** Asks once. */
async function refresh(): Promise<void> {
  const profile = profileCell.get();
  if (!profile || (await refreshPlace(profile)) !== 'ended') return;
  await leavePhone();
}

/** The person unlocked no longer works here: rows, keys and place in the list go, what waits stays. */
export async function leavePhone(): Promise<void> {
  const vault = unlockedCell.get();
  if (!vault) return;
  const caretaker = openCaretaker(vault.areaId);
  try {
    await caretaker.forget(vault.memberId);
    await vaultsHere().remove(vault.id);
  } finally {
    caretaker.close();
    forgetLast();
    lockPhone();
  }
}
