import { browserStorage, Cell } from '../ui/cell.ts';
import type { OpenVault } from './open-vault.ts';

/** Whose keys are in this tab's memory; null while it is locked. */
export const unlockedCell = new Cell<OpenVault | null>(null);

const WHO = 'concerto.unlocked';

/** Takes keys into memory. Other tabs of this browser let go of another person's: a phone is one person's at a time. */
export function unlock(vault: OpenVault): void {
  browserStorage()?.setItem(WHO, vault.id);
  unlockedCell.set(vault);
}

export function lock(): void {
  unlockedCell.set(null);
}

/** The vault that was opened last in this browser, whose owner is asked first. An id, no name. */
export const lastUnlocked = (): string | null => browserStorage()?.getItem(WHO) ?? null;

/** Nobody is asked first: the phone goes to another person, or somebody has left it. */
export const forgetLast = (): void => browserStorage()?.removeItem(WHO);

/** Calls back when another tab has been unlocked for another person. @returns ends it */
export function onOtherPerson(run: () => void): () => void {
  const hear = (event: StorageEvent) => {
    const mine = unlockedCell.get();
    if (event.key === WHO && mine && event.newValue !== null && event.newValue !== mine.id) run();
  };
  window.addEventListener('storage', hear);
  return () => window.removeEventListener('storage', hear);
}
