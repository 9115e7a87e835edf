import type { SyncDatabase } from './database.ts';
import type { Environment } from './environment.ts';

const TRIES = 20;
const PAUSE_MS = 250;

/**
 * Opens the database again after the browser has closed it. While the browser is still deleting what was there, every
 * opening is aborted; so it is tried for a few seconds.
 */
export async function reopen(db: SyncDatabase, environment: Pick<Environment, 'after'>): Promise<void> {
  for (let left = TRIES; ; left--) {
    try {
      await db.open();
      await db.device.count();
      return;
    } catch (error) {
      if (left === 1) throw error;
      // Dexie keeps a failed opening; closing lets it try again, and is itself told as a close.
      db.close({ disableAutoOpen: false });
      await new Promise<void>((resolve) => environment.after(PAUSE_MS, resolve));
    }
  }
}
