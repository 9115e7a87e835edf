import { browserEnvironment } from '#kernel/sync/client/environment.ts';
import { openSync } from '#kernel/sync/client/open-sync.ts';
import { notesProjection } from '#kernel/sync/client/testing/notes.ts';
import { type Transport, TransportFault } from '#kernel/sync/client/transport.ts';
import { PROTOCOL, type PulledRow } from '#kernel/sync/protocol.ts';
import { random } from '#kernel/vault/bytes.ts';
import { LEAST_ITERATIONS, makeDeviceKey, pinKey } from '#kernel/vault/pin-key.ts';
import { vaultKeys } from '../vault-keys.ts';

/** Milliseconds, but for the counts. */
export interface Measured {
  readonly rows: number;
  readonly pending: number;
  /** A PIN made into a key at the least cost there is. */
  readonly pin: number;
  /** From the pull's answer to every row on the disk and in memory. */
  readonly firstPull: number;
  /** From opening the database to the projections' state with nothing pending. */
  readonly hydrate: number;
  readonly dispatchMedian: number;
  readonly dispatchWorst20th: number;
  /** The same with everything pending laid over. */
  readonly hydratePending: number;
  /** A page of ten rows: written, merged, everything pending laid over again. */
  readonly smallPull: number;
}

declare global {
  interface Window {
    measure(rows: number, pending: number): Promise<Measured>;
  }
}

/** About as many bytes a row as a resident's: 330 as JSON. */
function noteRow(n: number, version: number): PulledRow {
  return {
    id: `0191d2a0-0000-7000-8000-${String(n).padStart(12, '0')}`,
    board: 'east',
    text: `row ${n}`,
    removed: false,
    version,
    householdId: `0191d2a0-0000-7000-8001-${String(n >> 1).padStart(12, '0')}`,
    dwellingId: `0191d2a0-0000-7000-8002-${String(n >> 1).padStart(12, '0')}`,
    mask: '310***********1234',
    tags: n % 9 === 0 ? ['alone', 'immobile'] : [],
    confirmed: {},
    birthDate: '1950-01-01',
    endedAt: null,
  };
}

window.measure = async (rows, pending) => {
  let version = 1;
  let answer = Array.from({ length: rows }, (_, n) => noteRow(n, 1));
  const transport: Transport = {
    push: () => Promise.reject(new TransportFault('malformed')),
    pull: async (request) => {
      const held = request.held['toy.board/east'];
      const collections = { 'toy.note': { rows: answer, gone: [] } };
      const part = {
        term: 'toy.board/east',
        snapshot: held === undefined,
        version,
        more: false,
        collections,
      };
      return { protocol: PROTOCOL, now: Date.now(), version, terms: [part], drop: [] };
    },
    relay: () => Promise.reject(new TransportFault('malformed')),
    live: () => () => {},
  };
  const deviceKey = await makeDeviceKey();
  const pin = await timed(() => pinKey('472915', random(16), LEAST_ITERATIONS, deviceKey));
  const keys = await vaultKeys();
  const open = () =>
    openSync({
      ...keys,
      areaId: 'bench',
      actorId: 'an',
      transport,
      projections: [notesProjection],
      environment: browserEnvironment(),
    });

  let client = await open();
  const firstPull = await timed(() => client.sync());
  await client.close();
  const hydrate = await timed(async () => {
    client = await open();
  });
  expectRows(client.state(notesProjection).notes.all(), rows);

  const dispatches: number[] = [];
  for (let i = 0; i < pending; i++) {
    dispatches.push(
      await timed(() => client.dispatch('toy.pin', { id: `new-${i}`, board: 'east', text: `new ${i}` })),
    );
  }
  dispatches.sort((a, b) => a - b);
  await client.close();
  const hydratePending = await timed(async () => {
    client = await open();
  });
  expectRows(client.state(notesProjection).notes.all(), rows + pending);

  version = 2;
  answer = Array.from({ length: 10 }, (_, n) => noteRow(n * 7, 2));
  // What waits stays waiting: only the pull's part of a try is measured.
  transport.push = async (request) => ({
    protocol: PROTOCOL,
    now: Date.now(),
    answers: request.commands.map(({ id }) => ({
      id,
      outcome: 'done',
      first: 'done',
      version: 9,
      problems: [],
    })),
  });
  const pushOnly = transport.pull;
  transport.pull = () => Promise.reject(new TransportFault('unreachable'));
  // The pull is made to fail, so that the push alone is behind us.
  await client.sync().catch(() => undefined);
  transport.pull = pushOnly;
  const smallPull = await timed(() => client.sync());
  await client.close();
  return {
    rows,
    pending,
    pin,
    firstPull,
    hydrate,
    dispatchMedian: dispatches[Math.floor(pending / 2)] ?? 0,
    dispatchWorst20th: dispatches[Math.floor(pending * 0.95)] ?? 0,
    hydratePending,
    smallPull,
  };
};

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return Math.round((performance.now() - start) * 10) / 10;
}

function expectRows(rows: Iterable<unknown>, wanted: number): void {
  const found = [...rows].length;
  if (found !== wanted) throw new Error(`${found} rows instead of ${wanted}`);
}
