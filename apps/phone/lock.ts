import { profileCell } from '#core/accounts/phone/profile.ts';
import { setSession } from '#kernel/ui/session.ts';
import { forgetLast, lock, onOtherPerson, unlockedCell } from '#kernel/vault/unlocked.ts';

/**
 * How long the page may stand in the background unlocked, ms. Long enough for a call or a photo, and shorter than the
 * 15 minutes that NIST SP 800-63B-4 §2.2.3 and OWASP's session guide ("2–5 minutes for high-value, 15–30 for low-risk")
 * allow an idle session.
 */
const BACKGROUND_MS = 10 * 60_000;

/** Lets keys and everything of the person go out of memory. What waits stays on the disk. */
export function lockPhone(): void {
  lock();
  profileCell.set(null);
  setSession(null);
}

/** Hands the phone to somebody else: the list of its people comes first. */
export function switchPerson(): void {
  forgetLast();
  lockPhone();
}

/** Locks after a while in the background, and when another tab is unlocked for another person. */
export function lockByItself(): void {
  let hiddenAt: number | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  document.addEventListener('visibilitychange', () => {
    clearTimeout(timer);
    if (document.visibilityState === 'hidden') {
      hiddenAt = Date.now();
      timer = setTimeout(lockIfOpen, BACKGROUND_MS);
      return;
    }
    // Timers sleep with the phone; a clock that was set back counts as a long time.
    const away = hiddenAt === null ? 0 : Date.now() - hiddenAt;
    if (away >= BACKGROUND_MS || away < 0) lockIfOpen();
    hiddenAt = null;
  });
  onOtherPerson(lockIfOpen);
}

function lockIfOpen(): void {
  if (unlockedCell.get()) lockPhone();
}
