/**
 * The phone's end of the way of a fact: `dispatch` keeps a command durably and shows it as pending at once, push and
 * pull carry it and bring back what the area knows.
 */
import type { CommandEnvelope } from '../../command/command.ts';
import type { NewFile } from '../../files/client/describe.ts';
import { uuidv7 } from '../../time-id/uuid.ts';
import { ClientFiles } from './client-files.ts';
import { compact } from './compaction.ts';
import { Holding } from './holding.ts';
import { SyncLoop } from './loop.ts';
import type { SyncOptions } from './options.ts';
import type { Projection } from './projection.ts';
import { pullAll } from './puller.ts';
import { Pusher, showOutbox } from './pusher.ts';
import type { Replica } from './replica.ts';
import { isLoading, type Session } from './session.ts';
import { Standing } from './standing.ts';
import type { Dispatched, OutboxView, SyncState } from './state.ts';
import { viewOutbox } from './status.ts';
import { isStorageFull } from './storage-full.ts';
import { writeDevice } from './store.ts';
import { addEntry, countUnsealed, dismissEntry, dropAnswered, retryEntry } from './store-outbox.ts';
import { TransportFault } from './transport.ts';

export class SyncClient {
  private readonly pusher: Pusher;
  private readonly loop: SyncLoop;
  private readonly standing: Standing;
  private readonly holding: Holding;
  /** Files that still have to go: photos follow their commands. */
  readonly files: ClientFiles;

  constructor(
    private readonly session: Session,
    private readonly closing: AbortController,
    private readonly options: Pick<SyncOptions, 'prepare' | 'onLost'> & {
      readonly onFault: (error: unknown) => void;
    },
  ) {
    this.standing = new Standing(session, options.onFault, closing.signal);
    this.pusher = new Pusher(session);
    this.files = new ClientFiles(session);
    this.loop = new SyncLoop({
      environment: session.environment,
      transport: session.transport,
      sync: () => this.sync(),
      seen: () => session.meta.seen,
      stopped: () => this.standing.health.outdated || this.standing.health.closed,
      onOffline: () => this.standing.set({ online: false }),
    });
    const { onFault, onLost } = options;
    this.holding = new Holding(session, this.standing, {
      closing: closing.signal,
      onFault,
      ...(onLost ? { onLost } : {}),
      nudge: () => this.loop.nudge(),
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
    this.holding.start();
  }

  /** Stops; what is stored stays. */
  async close(): Promise<void> {
    this.loop.close();
    this.holding.close();
    this.closing.abort();
    this.session.tabs.close();
    await this.session.turn(async () => this.session.db.close());
  }

  /**
   * The one way to write. The command gets its id and time here, is judged by the phone's own rules, and is on the
   * disk when this resolves. A wish that the known rows do not allow is refused at once and not kept; a fact is
   * always kept. Rejects with `sync.storage-full` when it could not be kept: then nothing has happened.
   * @param files whose refs stand in the body: their bytes are kept with it, and follow it
   */
  async dispatch(kind: string, body: unknown, files: readonly NewFile[] = []): Promise<Dispatched> {
    const { session } = this;
    const madeAt = session.environment.clock.now();
    if (!session.replica.decides(kind)) await session.projections.forKinds([kind]);
    const { nature, v } = session.replica.kind(kind);
    const unsigned: CommandEnvelope = {
      id: uuidv7(madeAt, session.environment.randomBytes),
      kind,
      v,
      claimedAt: madeAt,
      actorId: session.actorId,
      body,
    };
    return session.turn(async () => {
      const sealedFiles = await this.files.seal(unsigned.id, madeAt, files);
      const offset = session.meta.clock?.offset ?? null;
      const envelope = await session.sealer.sign(unsigned);
      const waiting = { envelope, offset: offset ?? 0 };
      const refused = this.refusal(waiting);
      // Over rows that are not whole yet a refusal would often be wrong: the server decides.
      if (refused && nature === 'wish' && !isLoading(session))
        return { outcome: 'refused', problem: refused };
      const record = await this.noticingRoom(async () =>
        addEntry(
          session.db,
          {
            id: envelope.id,
            envelope: await session.sealer.seal(envelope),
            relay: await session.sealer.sealForServer(envelope, offset),
            authorId: session.actorId,
            madeAt,
            offset,
          },
          sealedFiles,
        ),
      );
      session.outbox = [...session.outbox, { record, envelope }];
      session.files = [...session.files, ...sealedFiles];
      session.replica.overlay(waiting);
      session.tabs.post();
      this.standing.changed();
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
    return this.session.replica.state(projection) as S;
  }

  /** Moves whenever that state may look different. */
  revision(projection: Projection<unknown>): number {
    return this.session.replica.revision(projection);
  }

  subscribe(projection: Projection<unknown>, listener: () => void): () => void {
    return this.session.replica.subscribe(projection, listener);
  }

  /** The same object until something changes. */
  syncState(): SyncState {
    return this.standing.view();
  }

  subscribeState(listener: () => void): () => void {
    return this.standing.subscribe(listener);
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
    this.standing.set({ signedOut: false, revoked: false });
    this.loop.nudge();
  }

  /** Erases what was pulled for this member, never the outbox: at sign-out. */
  async erase(): Promise<void> {
    await this.holding.erase();
  }

  /** How many commands only this member's key could still deliver. */
  unsealed(): Promise<number> {
    return countUnsealed(this.session.db, this.actorId);
  }

  /** Lets go of answered commands whose author leaves this phone; what waits stays. */
  async dropAnswered(): Promise<void> {
    await this.changeOutbox(() => dropAnswered(this.session.db, this.actorId));
  }

  /**
   * One whole try: push everything that waits, carry what others left here, pull everything that is new. Tabs take
   * turns. Without a session everything sealed is carried all the same. Rejects when it could not be finished, with
   * the state saying why; the outbox is kept in every case.
   */
  async sync(): Promise<void> {
    const { session } = this;
    try {
      await session.environment.exclusively(`concerto/${session.areaId}`, async () => {
        if (this.standing.health.signedOut || this.standing.health.revoked) await this.carryOnly();
        await this.options.prepare?.();
        await this.pusher.sealWaiting();
        await this.pusher.pushAll();
        await this.carryForOthers();
        await pullAll(session);
        await compact(session);
        await this.upload();
        if (session.meta.revoked) await writeDevice(session.db, { revoked: false });
      });
      this.standing.set({ online: true });
      this.standing.setStorage({ full: false });
      this.holding.measure();
    } catch (error) {
      if (error instanceof TransportFault && error.reason === 'revoked') await this.holding.lose();
      if (error instanceof TransportFault && error.reason === 'closed') await this.holding.loseEverything();
      this.standing.note(error);
      throw error;
    }
  }

  /** Nobody's session serves: everything sealed goes as it is. Ends by throwing what the user must act upon. */
  private async carryOnly(): Promise<never> {
    await this.pusher.relay(null);
    await this.upload();
    throw new TransportFault(this.standing.health.revoked ? 'revoked' : 'signed-out');
  }

  /** Bytes of files go last, so that they hold nothing else up; what is dispatched meanwhile goes before the rest. */
  private async upload(): Promise<void> {
    const { changed, more } = await this.files.upload();
    if (changed) this.standing.changed();
    if (more) this.loop.nudge();
  }

  /** Whatever stands in the way of others' entries must not hold up one's own. */
  private async carryForOthers(): Promise<void> {
    try {
      await this.pusher.relay(this.actorId);
    } catch (error) {
      if (!(error instanceof TransportFault)) throw error;
    }
  }

  /** Another tab has changed what is stored. */
  hearTab(): Promise<void> {
    return this.holding.hearTab();
  }

  private refusal(waiting: Parameters<Replica['guess']>[0]) {
    try {
      return this.session.replica.guess(waiting).refused;
    } catch (error) {
      // A fault in the phone's rules must not cost a fact from the field: it is kept, and the server decides.
      this.options.onFault(error);
      return null;
    }
  }

  private async changeOutbox(change: () => Promise<void>): Promise<void> {
    await this.session.turn(async () => {
      await change();
      await showOutbox(this.session);
    });
    this.standing.changed();
  }

  private async noticingRoom<T>(write: () => Promise<T>): Promise<T> {
    try {
      const written = await write();
      this.holding.measureNowAndThen();
      return written;
    } catch (error) {
      if (isStorageFull(error)) this.standing.setStorage({ full: true });
      throw error;
    }
  }
}
