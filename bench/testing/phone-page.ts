import { expectedId } from '#groups/testing/domain/expected-id.ts';
import { inRound } from '#groups/testing/domain/state.ts';
import { projection } from '#groups/testing/phone/projection.ts';
import type { SyncClient } from '#kernel/sync/client/client.ts';
import { browserEnvironment } from '#kernel/sync/client/environment.ts';
import { openSync } from '#kernel/sync/client/open-sync.ts';
import { type Transport, TransportFault } from '#kernel/sync/client/transport.ts';
import { readLines } from '#kernel/sync/lines.ts';
import { vaultKeys } from '../vault-keys.ts';

/** Milliseconds. */
export interface TakenIn {
  readonly ms: number;
  /** The first code read after it: who it is, how he or she stands, and the swab kept on the disk. */
  readonly scan: number;
}

declare global {
  interface Window {
    /** Takes the pages in: from asking for the first page to every row encrypted on the disk and in memory. */
    takeIn(pages: number, serial: string): Promise<TakenIn>;
    /** Opens what was taken in again, and reads a code. */
    reopen(serial: string): Promise<TakenIn & { readonly people: number }>;
  }
}

let next = 0;
const transport: Transport = {
  push: () => Promise.reject(new TransportFault('malformed')),
  relay: () => Promise.reject(new TransportFault('malformed')),
  async pull() {
    const response = await fetch(`/pages/${next++}`);
    return readLines(new Uint8Array(await response.arrayBuffer()));
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

window.takeIn = async (pages, serial) => {
  const client = await open();
  const ms = await timed(() => client.sync());
  const scan = await timed(() => readCode(client, serial));
  await client.close();
  if (next !== pages) throw new Error(`asked for ${next} pages of ${pages}`);
  return { ms, scan };
};

window.reopen = async (serial) => {
  const opened: { client?: SyncClient } = {};
  const ms = await timed(async () => {
    opened.client = await open();
  });
  const { client } = opened;
  if (!client) throw new Error('not opened');
  const scan = await timed(() => readCode(client, serial));
  const people = [...client.state(projection).testing.expected.all()].length;
  return { ms, scan, people };
};

/** What a lane does with a code. */
async function readCode(client: SyncClient, serial: string): Promise<void> {
  const { testing, people } = client.state(projection);
  const [round] = testing.rounds.all();
  const [lane] = testing.lanes.all();
  const list = round && people.get(round.id);
  if (!round || !lane || !list) throw new Error('no round was taken in');
  const [person] = list.bySerial(serial);
  if (!person) throw new Error(`${serial} was not found`);
  const place = testing.expected.get(expectedId(round.id, person.id));
  if (!place) throw new Error(`${serial} is not on the list`);
  testing.samples.by('person', inRound(round.id, person.id));
  const newId = () => crypto.randomUUID();
  const ids = { roundId: round.id, sampleId: newId(), checkInId: newId(), residentId: person.id };
  const tube = { tubeId: newId(), tubeCode: 'BENCH0001', laneId: lane.id };
  const said = await client.dispatch('testing.sample', { ...ids, ...tube, codeText: null, method: 'scan' });
  if (said.outcome !== 'pending') throw new Error('the swab was not kept');
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
