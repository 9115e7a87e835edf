import { projection } from '#groups/testing/phone/projection.ts';
import { browserEnvironment } from '#kernel/sync/client/environment.ts';
import { openSync } from '#kernel/sync/client/open-sync.ts';
import { type Transport, TransportFault } from '#kernel/sync/client/transport.ts';
import { unpackResponse } from '#kernel/sync/columns.ts';
import type { PackedResponse } from '#kernel/sync/protocol.ts';
import { vaultKeys } from '../vault-keys.ts';

declare global {
  interface Window {
    /** Takes the pages in. @returns ms from asking for the first page to every row encrypted on the disk and in memory */
    takeIn(pages: number): Promise<number>;
    /** Opens what was taken in again. @returns ms, and how many people are there */
    reopen(): Promise<{ readonly ms: number; readonly people: number }>;
  }
}

let next = 0;
const transport: Transport = {
  push: () => Promise.reject(new TransportFault('malformed')),
  relay: () => Promise.reject(new TransportFault('malformed')),
  async pull() {
    const response = await fetch(`/pages/${next++}`);
    return unpackResponse((await response.json()) as PackedResponse);
  },
  live: () => () => {},
};

const keys = vaultKeys();
const open = async () =>
  openSync({
    ...(await keys),
    areaId: 'bench',
    actorId: 'an',
    transport,
    projections: [projection],
    environment: browserEnvironment(),
  });

window.takeIn = async (pages) => {
  const client = await open();
  const ms = await timed(() => client.sync());
  await client.close();
  if (next !== pages) throw new Error(`asked for ${next} pages of ${pages}`);
  return ms;
};

window.reopen = async () => {
  let people = 0;
  const ms = await timed(async () => {
    const client = await open();
    people = [...client.state(projection).testing.expected.all()].length;
  });
  return { ms, people };
};

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
