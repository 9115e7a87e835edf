import { type Clock, systemClock } from '../../time-id/clock.ts';
import { type RandomBytes, secureRandom } from '../../time-id/uuid.ts';

/** A line between the tabs of one browser; a tab does not hear itself. */
export interface TabChannel {
  post(): void;
  close(): void;
}

/** What the sync needs of the browser it runs in; tests bring their own. */
export interface Environment {
  readonly clock: Clock;
  readonly randomBytes: RandomBytes;
  /** [0, 1), for waiting times. */
  random(): number;
  /** Runs work while no other tab holds the lock of that name. */
  exclusively<T>(name: string, work: () => Promise<T>): Promise<T>;
  /** @returns the way to call it off */
  after(ms: number, run: () => void): () => void;
  /** Calls back when a try is worth it again: back online, the page shown or focused. @returns the way to stop */
  onWake(run: () => void): () => void;
  onOffline(run: () => void): () => void;
  /** Calls back when another tab has changed what is stored. */
  channel(name: string, onMessage: () => void): TabChannel;
  /** Null where the browser has no storage manager. */
  readonly storage: Pick<StorageManager, 'persist' | 'persisted' | 'estimate'> | null;
}

/** Everything is looked for first: the oldest browsers served have no locks and no channels between tabs. */
export function browserEnvironment(): Environment {
  return {
    clock: systemClock,
    randomBytes: secureRandom,
    random: Math.random,
    exclusively: (name, work) => (navigator.locks ? withLock(name, work) : work()),
    after: (ms, run) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    onWake: (run) => {
      const shown = () => {
        if (document.visibilityState === 'visible') run();
      };
      window.addEventListener('online', run);
      window.addEventListener('focus', run);
      document.addEventListener('visibilitychange', shown);
      return () => {
        window.removeEventListener('online', run);
        window.removeEventListener('focus', run);
        document.removeEventListener('visibilitychange', shown);
      };
    },
    onOffline: (run) => {
      window.addEventListener('offline', run);
      return () => window.removeEventListener('offline', run);
    },
    channel: tabChannel,
    storage: navigator.storage ?? null,
  };
}

function withLock<T>(name: string, work: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    navigator.locks.request(name, () => work().then(resolve, reject)).catch(reject);
  });
}

function tabChannel(name: string, onMessage: () => void): TabChannel {
  if (typeof BroadcastChannel === 'undefined') return { post: () => {}, close: () => {} };
  const channel = new BroadcastChannel(name);
  channel.onmessage = () => onMessage();
  return { post: () => channel.postMessage(null), close: () => channel.close() };
}
