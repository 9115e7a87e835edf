import { secureRandom, uuidv7 } from '../time-id/uuid.ts';
import { browserStorage } from './cell.ts';

const NAME = 'concerto.device';

/** Minted once per browser profile: whose outbox this is. A browser that keeps nothing is a new device each time. */
export function deviceId(): string {
  const kept = browserStorage()?.getItem(NAME);
  if (kept) return kept;
  const minted = uuidv7(Date.now(), secureRandom);
  browserStorage()?.setItem(NAME, minted);
  return minted;
}

/** What this page was built as, for the list of devices; set by the build, `dev` where it was not. */
export const APP_VERSION: string = import.meta.env?.VITE_APP_VERSION ?? 'dev';
