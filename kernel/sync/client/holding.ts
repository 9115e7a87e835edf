import { knownTime } from './clock-offset.ts';
import { catchUp } from './puller.ts';
import { reopen } from './reopen.ts';
import type { Session } from './session.ts';
import type { Standing } from './standing.ts';
import { askToPersist, measureStorage } from './storage-state.ts';
import { eraseEverybody, eraseExpired, erasePulled, readMeta, restore, wipe, writeDevice } from './store.ts';

export interface HoldingOptions {
  readonly closing: AbortSignal;
  readonly onFault: (error: unknown) => void;
  /** The browser had cleared the storage. */
  readonly onLost?: () => void;
  /** There may be something to send. */
  readonly nudge: () => void;
}

/** How much room there is changes slowly, but for photos. */
const MEASURE_EVERY_MS = 60_000;

/** What the phone holds: kept within its time, erased where it must go, put back where the browser cleared it. */
export class Holding {
  private cancelWatch = () => {};
  private measuredAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly session: Session,
    private readonly standing: Standing,
    private readonly options: HoldingOptions,
  ) {
    session.db.on('close', () => this.follow(this.revive()));
  }

  /** Asks the browser to keep the storage, and watches the time of what is held. */
  start(): void {
    this.follow(this.tell(askToPersist(this.session.environment.storage)));
    this.watchTime();
  }

  close(): void {
    this.cancelWatch();
  }

  /** Looks in its own time how much room there is. */
  measure(): void {
    this.measuredAt = this.session.environment.clock.now();
    this.follow(this.tell(measureStorage(this.session.environment.storage)));
  }

  /** Something was written: looks again, once in a while. */
  measureNowAndThen(): void {
    if (this.session.environment.clock.now() - this.measuredAt >= MEASURE_EVERY_MS) this.measure();
  }

  /** Erases what was pulled for this member, never the outbox. */
  async erase(): Promise<void> {
    await this.erasing(() => erasePulled(this.session.db, this.session.actorId));
  }

  /** The device is revoked: what was pulled for anybody goes, the outbox stays and is carried. */
  async lose(): Promise<void> {
    if (this.standing.health.revoked) return;
    await writeDevice(this.session.db, { revoked: true });
    await this.erasing(() => eraseEverybody(this.session.db));
    this.options.nudge();
  }

  /** The area is destroyed: nobody could take what waits, and nothing of it may stay. */
  async loseEverything(): Promise<void> {
    await this.erasing(() => wipe(this.session.db));
  }

  /** Another tab has changed what is stored. */
  hearTab(): Promise<void> {
    if (this.options.closing.aborted) return Promise.resolve();
    return this.takeOver().then(
      () => this.standing.changed(),
      (error) => this.standing.note(error),
    );
  }

  private async takeOver(): Promise<void> {
    const { replica, projections } = this.session;
    await catchUp(this.session);
    this.standing.changed();
    // The other tab may have made commands of a module that nothing here has needed yet.
    await projections.forKinds(replica.undecided());
  }

  /** Erases what is held past its time, and remembers how late it is, each minute. */
  private watchTime(): void {
    const { environment } = this.session;
    this.cancelWatch = environment.after(60_000, () => {
      this.follow(this.erasing(() => this.eraseExpired()));
      this.watchTime();
    });
  }

  private async eraseExpired(): Promise<boolean> {
    const { session } = this;
    const latest = knownTime(session.meta, session.environment.clock.now());
    await writeDevice(session.db, { latest });
    return (await eraseExpired(session.db, latest)).length > 0;
  }

  private async erasing(erase: () => Promise<unknown>): Promise<void> {
    if (this.options.closing.aborted) return;
    if ((await erase()) === false) return;
    await this.hearTab();
    this.session.tabs.post();
  }

  /** The browser has closed the database beneath us: if it cleared it too, what memory has is put back. */
  private async revive(): Promise<void> {
    const { session } = this;
    if (this.options.closing.aborted) return;
    await session.turn(async () => {
      await reopen(session.db, session.environment);
      const records = session.outbox.map(({ record }) => record);
      if (!(await restore(session.db, session.meta, records, session.files))) return;
      session.meta = await readMeta(session.db, session.actorId);
      session.cursors = new Map();
      this.options.onLost?.();
      this.standing.setStorage({ lost: true });
    });
    this.options.nudge();
  }

  private async tell(storage: ReturnType<typeof measureStorage>): Promise<void> {
    const measured = await storage;
    this.session.persisted = measured.persisted ?? undefined;
    this.standing.setStorage(measured);
  }

  private follow(work: Promise<unknown>): void {
    work.catch((error: unknown) => {
      if (!this.options.closing.aborted) this.options.onFault(error);
    });
  }
}
