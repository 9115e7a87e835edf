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
