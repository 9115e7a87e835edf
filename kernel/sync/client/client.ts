/**
 * The phone's end of the way of a fact: `dispatch` keeps a command durably and shows it as pending at once, push and
 * pull carry it and bring back what the area knows.
 */
import type { CommandEnvelope } from '../../command/command.ts';
import { uuidv7 } from '../../time-id/uuid.ts';
import { PROTOCOL } from '../protocol.ts';
import { type EnvelopeSealer, plainCodec, plainSealer, type SegmentCodec } from './codec.ts';
import { compact } from './compaction.ts';
import { type DatabaseOptions, SyncDatabase } from './database.ts';
import { browserEnvironment, type Environment } from './environment.ts';
import { SyncLoop } from './loop.ts';
import type { Projection } from './projection.ts';
import { byTerm, catchUp, loadSegments, pullAll } from './puller.ts';
import { Pusher, showOutbox } from './pusher.ts';
import { Replica } from './replica.ts';
import { isLoading, openEntries, pendingOf, type Session } from './session.ts';
import type { Dispatched, OutboxView, SyncState } from './state.ts';
import { describe, HEALTHY, type Health, viewOutbox } from './status.ts';
import { isStorageFull } from './storage-full.ts';
import { askToPersist, measureStorage } from './storage-state.ts';
import { erasePulled, openHeld } from './store.ts';
import { addEntry, dismissEntry, retryEntry } from './store-outbox.ts';
import { type Transport, TransportFault } from './transport.ts';
import { createTurn } from './turn.ts';

export interface SyncOptions extends DatabaseOptions {
  /** The member signed in; author of what is dispatched. */
  readonly actorId: string;
  readonly transport: Transport;
  readonly projections: readonly Projection<unknown>[];
  readonly codec?: SegmentCodec;
  readonly sealer?: EnvelopeSealer;
  readonly environment?: Environment;
  /** What this client speaks; another one only in tests. */
  readonly protocol?: number;
  /** Told of faults in a module's rules over a waiting command, and in the sync itself. Never holds personal data. */
  readonly onFault?: (error: unknown) => void;
}

/** Opens the area's database on this device and hydrates the projections. `start` begins to sync. */
export async function openSync(options: SyncOptions): Promise<SyncClient> {
  const environment = options.environment ?? browserEnvironment();
  const onFault = options.onFault ?? ((error: unknown) => console.error('sync', error));
  const codec = options.codec ?? plainCodec;
  const sealer = options.sealer ?? plainSealer;
  const protocol = options.protocol ?? PROTOCOL;
  const db = new SyncDatabase(options);
  const held = await openHeld(db, {
    deviceId: uuidv7(environment.clock.now(), environment.randomBytes),
    holder: options.actorId,
    protocol,
    seen: 0,
    lastSync: null,
    clock: null,
  });
  const replica = new Replica(options.projections, held.meta.deviceId, onFault);
  await loadSegments({ codec, replica }, held.segments);
  const closing = new AbortController();
  const client: { made?: SyncClient } = {};
  const session: Session = {
    areaId: options.areaId,
    actorId: options.actorId,
    protocol,
    db,
    codec,
    sealer,
    transport: options.transport,
    environment,
    replica,
    turn: createTurn(),
    tabs: environment.channel(`concerto/${options.areaId}`, () => client.made?.hearTab()),
    closing: closing.signal,
    meta: held.meta,
    cursors: byTerm(held.cursors),
    outbox: await openEntries(sealer, held.outbox, []),
  };
  replica.refresh(pendingOf(session));
  client.made = new SyncClient(session, closing, onFault);
  return client.made;
}

export class SyncClient {
  private readonly pusher: Pusher;
  private readonly loop: SyncLoop;
  private readonly listeners = new Set<() => void>();
  private health: Health = HEALTHY;
  private described: SyncState | null = null;

  constructor(
    private readonly session: Session,
    private readonly closing: AbortController,
    private readonly onFault: (error: unknown) => void,
  ) {
    this.pusher = new Pusher(session);
    this.loop = new SyncLoop({
      environment: session.environment,
      transport: session.transport,
      sync: () => this.sync(),
      seen: () => session.meta.seen,
      stopped: () => this.health.signedOut || this.health.outdated,
      onOffline: () => this.setHealth({ online: false }),
    });
  }

  get areaId(): string {
    return this.session.areaId;
  }

  get actorId(): string {
    return this.session.actorId;
  }

  get deviceId(): string {
    return this.session.meta.deviceId;
  }

  /** The server's present time as far as it is known, epoch ms: the clock to show and to reason with on a screen. */
  now(): number {
    return this.session.environment.clock.now() + (this.session.meta.clock?.offset ?? 0);
  }

  /** Begins to push and pull by itself, and asks the browser to keep the storage. */
  start(): void {
    this.loop.start();
    this.follow(askToPersist(this.session.environment.storage));
  }

  /** Stops; what is stored stays. */
  async close(): Promise<void> {
    this.loop.close();
    this.closing.abort();
    this.session.tabs.close();
    await this.session.turn(async () => this.session.db.close());
  }

  /**
   * The one way to write. The command gets its id and time here, is judged by the phone's own rules, and is on the
   * disk when this resolves. A wish that the known rows do not allow is refused at once and not kept; a fact is
   * always kept. Rejects with `sync.storage-full` when it could not be kept: then nothing has happened.
   */
  dispatch(kind: string, body: unknown): Promise<Dispatched> {
    const { session } = this;
    const { nature, v } = session.replica.kind(kind);
    const madeAt = session.environment.clock.now();
    const envelope: CommandEnvelope = {
      id: uuidv7(madeAt, session.environment.randomBytes),
      kind,
      v,
      claimedAt: madeAt,
      actorId: session.actorId,
      body,
    };
    return session.turn(async () => {
      const offset = session.meta.clock?.offset ?? null;
      const waiting = { envelope, offset: offset ?? 0 };
      const refused = this.refusal(waiting);
      // Over rows that are not whole yet a refusal would often be wrong: the server decides.
      if (refused && nature === 'wish' && !isLoading(session))
        return { outcome: 'refused', problem: refused };
      const record = await this.noticingRoom(async () =>
        addEntry(session.db, {
          id: envelope.id,
          envelope: await session.sealer.seal(envelope),
          authorId: session.actorId,
          madeAt,
          offset,
        }),
      );
      session.outbox = [...session.outbox, { record, envelope }];
      session.replica.overlay(waiting);
      session.tabs.post();
      this.changed();
      this.loop.nudge();
      return {
        outcome: 'pending',
        id: envelope.id,
        flags: session.replica.guessOf(envelope.id)?.flags ?? [],
      };
    });
  }

  /** A projection's state with everything pending laid over. Read it, never change it. */
  state<S>(projection: Projection<S>): S {
    return this.session.replica.state(projection.name) as S;
  }

  /** Moves whenever that state may look different. */
  revision(name: string): number {
    return this.session.replica.revision(name);
  }

  subscribe(name: string, listener: () => void): () => void {
    return this.session.replica.subscribe(name, listener);
  }

  /** The same object until something changes. */
  syncState(): SyncState {
    this.described ??= describe(this.session, this.health);
    return this.described;
  }

  subscribeState(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  outbox(): readonly OutboxView[] {
    return viewOutbox(this.session);
  }

  /** Lets a flagged or refused entry go once its author has read why. */
  dismiss(id: string): Promise<void> {
    return this.changeOutbox(() => dismissEntry(this.session.db, id));
  }

  /** Sends a command again that no server has taken yet (`sync.not-deliverable`). */
  async retry(id: string): Promise<void> {
    await this.changeOutbox(() => retryEntry(this.session.db, id));
    this.loop.nudge();
  }

  /** Someone has signed in again: go on. */
  signedIn(): void {
    this.setHealth({ signedOut: false });
    this.loop.nudge();
  }

  /** Erases what was pulled, never the outbox: at sign-out, at the end of a duty, when the device is revoked. */
  async erase(): Promise<void> {
    await erasePulled(this.session.db);
    await this.hearTab();
    this.session.tabs.post();
  }

  /**
   * One whole try: push everything that waits, pull everything that is new. Tabs take turns. Rejects when it could
   * not be finished, with the state saying why; the outbox is kept in every case.
   */
  async sync(): Promise<void> {
    const { session } = this;
    try {
      await session.environment.exclusively(`concerto/${session.areaId}`, async () => {
        await this.pusher.pushAll();
        await pullAll(session);
        await compact(session);
      });
      this.setHealth({ online: true, storage: { ...this.health.storage, full: false } });
      this.follow(measureStorage(session.environment.storage));
    } catch (error) {
      this.note(error);
      throw error;
    }
  }

  /** Another tab has changed what is stored. */
  hearTab(): Promise<void> {
    if (this.closing.signal.aborted) return Promise.resolve();
    return catchUp(this.session).then(
      () => this.changed(),
      (error) => this.note(error),
    );
  }

  private refusal(waiting: Parameters<Replica['guess']>[0]) {
    try {
      return this.session.replica.guess(waiting).refused;
    } catch (error) {
      // A fault in the phone's rules must not cost a fact from the field: it is kept, and the server decides.
      this.onFault(error);
      return null;
    }
  }

  private async changeOutbox(change: () => Promise<void>): Promise<void> {
    await this.session.turn(async () => {
      await change();
      await showOutbox(this.session);
    });
    this.changed();
  }

  private async noticingRoom<T>(write: () => Promise<T>): Promise<T> {
    try {
      return await write();
    } catch (error) {
      if (isStorageFull(error)) this.setHealth({ storage: { ...this.health.storage, full: true } });
      throw error;
    }
  }

  private note(error: unknown): void {
    if (this.closing.signal.aborted) return;
    if (error instanceof TransportFault) {
      const { reason } = error;
      this.setHealth({
        online: reason !== 'unreachable',
        signedOut: this.health.signedOut || reason === 'signed-out',
        outdated: this.health.outdated || reason === 'outdated',
      });
    } else if (isStorageFull(error)) {
      this.setHealth({ storage: { ...this.health.storage, full: true } });
    } else {
      this.onFault(error);
    }
  }

  private follow(measure: Promise<Omit<Health['storage'], 'full'>>): void {
    measure.then(
      (storage) => this.setHealth({ storage: { ...storage, full: this.health.storage.full } }),
      this.onFault,
    );
  }

  private setHealth(change: Partial<Health>): void {
    this.health = { ...this.health, ...change };
    this.changed();
  }

  private changed(): void {
    this.described = null;
    for (const listener of [...this.listeners]) listener();
  }
}
