import pg from 'pg';
import { AREA_CHANNEL } from '../../command/server/log-store.ts';

export type LiveListener = (version: number) => void;

/** Tells listeners in this process that an area moved, whichever process committed. */
export interface LiveChannel {
  /** @returns a function that ends the subscription */
  subscribe(areaId: string, listener: LiveListener): () => void;
  close(): Promise<void>;
}

const RECONNECT_MS = 1_000;

/**
 * One listening connection a process. When it is lost it is opened again; meanwhile nobody misses rows, only the
 * nudge: every client also pulls by itself.
 */
export async function openLiveChannel(url: string, onLost: (error: Error) => void): Promise<LiveChannel> {
  const listeners = new Map<string, Set<LiveListener>>();
  let client: pg.Client | null = null;
  let timer: NodeJS.Timeout | null = null;
  let closed = false;

  const deliver = (payload: string | undefined) => {
    const [areaId, version] = (payload ?? '').split(':');
    for (const listener of listeners.get(areaId ?? '') ?? []) listener(Number(version));
  };

  const connect = async () => {
    const opening = new pg.Client({ connectionString: url, application_name: 'concerto-live' });
    opening.on('notification', (message) => deliver(message.payload));
    opening.on('error', onLost);
    opening.on('end', () => {
      client = null;
      if (!closed) timer = setTimeout(() => connect().catch(onLost), RECONNECT_MS);
    });
    await opening.connect();
    await opening.query(`listen ${AREA_CHANNEL}`);
    client = opening;
  };
  await connect();

  return {
    subscribe(areaId, listener) {
      const set = listeners.get(areaId) ?? new Set();
      set.add(listener);
      listeners.set(areaId, set);
      return () => {
        set.delete(listener);
        if (set.size === 0) listeners.delete(areaId);
      };
    },
    async close() {
      closed = true;
      if (timer) clearTimeout(timer);
      await client?.end();
    },
  };
}
