/**
 * Looks after an area's database while nobody is unlocked: carries what is sealed for the server, erases what is held
 * past its time, and counts what waits. It needs no key and can read nothing.
 */
import { PROTOCOL } from '../protocol.ts';
import { knownTime, measureClock } from './clock-offset.ts';
import { type DatabaseOptions, SyncDatabase } from './database.ts';
import { browserEnvironment, type Environment } from './environment.ts';
import { SyncLoop } from './loop.ts';
import { relayWaiting } from './relay.ts';
import { eraseExpired, erasePulled, readDevice, wipe, writeDevice } from './store.ts';
import { countWaiting, dropAnswered, type Waits } from './store-outbox.ts';
import { type Transport, TransportFault } from './transport.ts';
import type { Uploads } from './uploads.ts';

export interface CaretakerOptions extends DatabaseOptions {
  readonly transport: Transport;
  /** This browser profile's id, for areas whose database is not there yet. */
  readonly deviceId: string;
  readonly environment?: Environment;
  readonly onFault?: (error: unknown) => void;
}

export class Caretaker {
  private readonly db: SyncDatabase;
  private readonly environment: Environment;
  private readonly closing = new AbortController();
  private readonly loop: SyncLoop;
  private uploads: Uploads | null = null;
  private wiped = false;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly options: CaretakerOptions) {
    this.db = new SyncDatabase(options);
    this.environment = options.environment ?? browserEnvironment();
    this.loop = new SyncLoop({
      environment: this.environment,
      // The stream of versions wants a session.
      transport: { live: () => () => {} },
      sync: () => this.carry(),
      seen: () => 0,
      stopped: () => this.wiped,
      onOffline: () => {},
    });
  }

  start(): void {
    this.loop.start();
  }

  close(): void {
    this.loop.close();
    this.closing.abort();
    this.db.close();
  }

  /** One try. Rejects with `TransportFault` where something could not be carried. */
  async carry(): Promise<void> {
    const { clock } = this.environment;
    const device = await readDevice(this.db);
    if (device) await eraseExpired(this.db, knownTime(device, clock.now()));
    try {
      await this.environment.exclusively(`concerto/${this.options.areaId}`, () =>
        relayWaiting({
          db: this.db,
          transport: this.options.transport,
          protocol: PROTOCOL,
          deviceId: device?.deviceId ?? this.options.deviceId,
          except: null,
          signal: this.closing.signal,
          now: () => clock.now(),
          onAnswer: async (sentAt, { now: latest }) => {
            const known = (await readDevice(this.db))?.clock ?? null;
            const measured = measureClock(known, sentAt, clock.now(), latest);
            await writeDevice(this.db, { clock: measured, latest });
          },
        }).then(() => this.upload()),
      );
      await this.options.transport.standing?.(this.closing.signal);
    } catch (error) {
      if (error instanceof TransportFault && error.reason === 'closed') {
        await wipe(this.db);
        this.wiped = true;
      }
      throw error;
    } finally {
      for (const listener of [...this.listeners]) listener();
    }
  }

  private async upload(): Promise<void> {
    if ((await this.db.file.count()) === 0) return;
    this.uploads ??= new (await import('./uploads.ts')).Uploads();
    const { more } = await this.uploads.run({
      db: this.db,
      files: await this.options.transport.files?.(),
      signal: this.closing.signal,
      keyOf: async ({ relay }) => (relay === null ? null : { sealed: relay }),
      interrupted: () => false,
    });
    if (more) this.loop.nudge();
  }

  /** Calls back after each try. @returns ends it */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Commands without an answer and files that have not arrived, by author. */
  waiting(): Promise<ReadonlyMap<string, Waits>> {
    return countWaiting(this.db);
  }

  /** Whether every waiting command of an author can go without his or her key. */
  async isSealed(authorId: string): Promise<boolean> {
    return ((await this.waiting()).get(authorId)?.unsealed ?? 0) === 0;
  }

  /** The area's emergency is over, and everything of it was erased here. */
  isClosed(): boolean {
    return this.wiped;
  }

  async isRevoked(): Promise<boolean> {
    return (await readDevice(this.db))?.revoked ?? false;
  }

  /** Erases what was pulled for a member. */
  erase(memberId: string): Promise<void> {
    return erasePulled(this.db, memberId);
  }

  /** A member leaves this phone: rows and answers go, what waits stays. */
  async forget(memberId: string): Promise<void> {
    await erasePulled(this.db, memberId);
    await dropAnswered(this.db, memberId);
  }
}
