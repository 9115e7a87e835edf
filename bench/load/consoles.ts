import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from '#apps/server/testing-server.ts';
import { restAfter } from '#kernel/ui/console/live-pace.ts';

/** What stands on the screens that are watched on such a day, and how many of ten watch it. */
const SCREENS = (roundId: string): readonly (readonly [query: string, input: unknown])[] => {
  const list = { filter: {}, sort: 'address', descending: false, offset: 0, limit: 100 };
  const board: readonly [string, unknown] = ['testing/board', { roundId }];
  return [
    ...[board, board, board, board, board],
    ...([
      ['people/registerList', list],
      ['people/counts', undefined],
      ['accounts/people', { ended: false }],
      ['devices/list', undefined],
      ['zones/today', undefined],
    ] as const),
  ];
};

export interface Watched {
  /** Round trips, ms. */
  readonly latencies: number[];
  /** Answers other than 200. */
  readonly failed: string[];
}

/**
 * Consoles that ask their screen's query again and again while the area moves, until told to stop. They stood open
 * before: what they ask until `count` is not counted.
 */
export function watch(clients: readonly Client[], roundId: string) {
  const watched: Watched = { latencies: [], failed: [] };
  let watching = true;
  let counting = false;
  const screens = SCREENS(roundId);
  const ask = async (client: Client, i: number): Promise<number> => {
    const [query, json] = screens[i % screens.length] ?? ['zones/today', undefined];
    const begun = performance.now();
    const response = await client.post(`/rpc/${query}`, { json });
    await response.arrayBuffer();
    const took = performance.now() - begun;
    if (counting) watched.latencies.push(took);
    if (response.status !== 200) watched.failed.push(`${response.status} ${query}`);
    return took;
  };
  const opening = clients.map(async (client, i) => {
    // Nobody opened them in the same moment.
    await sleep((i * restAfter(0)) / clients.length);
    return ask(client, i);
  });
  const all = Promise.all(
    clients.map(async (client, i) => {
      let took = (await opening[i]) ?? 0;
      while (watching) {
        await sleep(restAfter(took));
        took = await ask(client, i);
      }
    }),
  );
  return {
    /** All show their screen. */
    async opened(): Promise<void> {
      await Promise.all(opening);
    },
    /** From now on. */
    count(): void {
      counting = true;
    },
    async stop(): Promise<Watched> {
      watching = false;
      await all;
      return watched;
    },
  };
}
