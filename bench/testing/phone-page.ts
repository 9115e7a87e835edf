import { projection } from '#groups/testing/phone/projection.ts';
import { browserEnvironment } from '#kernel/sync/client/environment.ts';
import { openSync } from '#kernel/sync/client/open-sync.ts';
import { type Transport, TransportFault } from '#kernel/sync/client/transport.ts';
import { unpackResponse } from '#kernel/sync/columns.ts';
import type { PackedResponse } from '#kernel/sync/protocol.ts';
import { vaultKeys } from '../vault-keys.ts';

/** Milliseconds, but for the count. */
export interface Applied {
  /** From asking for the first page to every row encrypted on the disk and in memory, ready for work. */
  readonly apply: number;
  /** From opening the database again to the same. */
  readonly reopen: number;
  readonly people: number;
}

declare global {
  interface Window {
    apply(pages: number): Promise<Applied>;
  }
}

window.apply = async (pages) => {
  let next = 0;
  const transport: Transport = {
    push: () => Promise.reject(new TransportFault('malformed')),
    relay: () => Promise.reject(new TransportFault('malformed')),
    async pull() {
      if (next === pages) throw new Error('asked for more pages than there are');
      const response = await fetch(`/pages/${next++}`);
      return unpackResponse((await response.json()) as PackedResponse);
    },
    live: () => () => {},
  };
  const keys = await vaultKeys();
  const open = () =>
    openSync({
      ...keys,
      areaId: 'bench',
      actorId: 'an',
      transport,
      projections: [projection],
      environment: browserEnvironment(),
    });
  let client = await open();
  const apply = await timed(() => client.sync());
  await client.close();
  const reopen = await timed(async () => {
    client = await open();
  });
  const people = [...client.state(projection).testing.expected.all()].length;
  await client.close();
  return { apply, reopen, people };
};

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
