import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { seededBytes, seededRandom } from '../../../time-id/random.ts';
import type { PullRequest, PullResponse, PushRequest, PushResponse, RelayRequest } from '../../protocol.ts';
import type { SyncClient } from '../client.ts';
import { SyncDatabase } from '../database.ts';
import type { Environment } from '../environment.ts';
import { openSync } from '../open-sync.ts';
import type { SyncOptions } from '../options.ts';
import type { LiveListener, Transport } from '../transport.ts';
import { notesProjection } from './notes.ts';
import type { ReferenceServer } from './reference-server.ts';

/** A transport straight into a server in memory; what crosses is copied as JSON, as over a wire. */
export class DirectTransport implements Transport {
  readonly listeners = new Set<LiveListener>();

  constructor(
    readonly server: ReferenceServer,
    readonly actorId: string,
  ) {}

  async push(request: PushRequest): Promise<PushResponse> {
    return copy(this.server.push(copy(request)));
  }

  async pull(request: PullRequest): Promise<PullResponse> {
    return copy(this.server.pull(this.actorId, copy(request)));
  }

  async relay(request: RelayRequest): Promise<PushResponse> {
    return copy(this.server.relay(copy(request)));
  }

  live(listener: LiveListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}

const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** A browser whose time stands still unless moved, whose timers a test fires, and whose tabs hear each other. */
export class TestBrowser implements Environment {
  ms = 1_650_000_000_000;
  readonly timers = new Map<number, { ms: number; run: () => void }>();
  readonly storage: Environment['storage'] = null;
  readonly random: () => number;
  readonly randomBytes: Environment['randomBytes'];
  readonly clock = { now: () => this.ms };
  private readonly wake = new Set<() => void>();
  private readonly offline = new Set<() => void>();
  private readonly tabs = new Map<object, () => void>();
  private timerId = 0;
  private lock: Promise<unknown> = Promise.resolve();

  /** @param hasLocks false: an old browser, whose tabs push and pull at the same time */
  constructor(
    seed: number,
    private readonly hasLocks = true,
  ) {
    this.random = seededRandom(seed);
    this.randomBytes = seededBytes(this.random);
  }

  exclusively<T>(_name: string, work: () => Promise<T>): Promise<T> {
    if (!this.hasLocks) return work();
    const mine = this.lock.then(work, work);
    this.lock = mine.catch(() => undefined);
    return mine;
  }

  after(ms: number, run: () => void): () => void {
    const id = ++this.timerId;
    this.timers.set(id, { ms, run });
    return () => this.timers.delete(id);
  }

  onWake(run: () => void): () => void {
    this.wake.add(run);
    return () => this.wake.delete(run);
  }

  onOffline(run: () => void): () => void {
    this.offline.add(run);
    return () => this.offline.delete(run);
  }

  channel(_name: string, onMessage: () => void): { post(): void; close(): void } {
    const me = {};
    this.tabs.set(me, onMessage);
    return {
      post: () => {
        for (const [tab, hear] of this.tabs) if (tab !== me) hear();
      },
      close: () => this.tabs.delete(me),
    };
  }

  wakeUp(): void {
    for (const run of [...this.wake]) run();
  }

  goOffline(): void {
    for (const run of [...this.offline]) run();
  }
}

/** A device: its disk outlives every page that is opened on it. */
export class TestPhone {
  readonly disk = new IDBFactory();

  constructor(
    readonly browser: TestBrowser,
    readonly areaId = 'area',
  ) {}

  open(transport: Transport, options: Partial<SyncOptions> & { actorId: string }): Promise<SyncClient> {
    return openSync({
      areaId: this.areaId,
      transport,
      projections: [notesProjection],
      environment: this.browser,
      indexedDB: this.disk,
      IDBKeyRange,
      onFault: (error) => {
        throw error;
      },
      ...options,
    });
  }
}

/** The database under an open client, to put faults into. */
export function databaseOf(client: SyncClient): SyncDatabase {
  const { db } = (client as unknown as { session: { db: unknown } }).session;
  if (!(db instanceof SyncDatabase)) throw new Error('the client has no database');
  return db;
}
