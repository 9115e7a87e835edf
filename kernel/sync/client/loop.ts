import { backoff } from './backoff.ts';
import type { Environment } from './environment.ts';
import { type Transport, TransportFault } from './transport.ts';

/** A try without any sign from the server, in case the live stream is down, ms. */
const EVERY = 60_000;
/** Phones that hear of one change together pull within this time, ms. */
const SPREAD = 1500;

export interface LoopOptions {
  readonly environment: Environment;
  readonly transport: Pick<Transport, 'live'>;
  /** One whole try. Rejects when it could not be finished. */
  sync(): Promise<void>;
  /** The version everything is held up to. */
  seen(): number;
  /** No try makes sense before the user has acted: signed out, or outdated. */
  stopped(): boolean;
  onOffline(): void;
}

/** Decides when to try: at once after a dispatch and on waking, soon after a live message, later after a failure. */
export class SyncLoop {
  private readonly undo: (() => void)[] = [];
  private cancelTimer = () => {};
  private closeLive: (() => void) | null = null;
  private running = false;
  private again = false;
  private failures = 0;
  private started = false;
  private closed = false;

  constructor(private readonly options: LoopOptions) {}

  start(): void {
    const { environment } = this.options;
    this.started = true;
    this.undo.push(environment.onWake(() => this.nudge()));
    this.undo.push(
      environment.onOffline(() => {
        this.hangUp();
        this.options.onOffline();
      }),
    );
    this.nudge();
  }

  close(): void {
    this.closed = true;
    this.cancelTimer();
    this.hangUp();
    for (const undo of this.undo.splice(0)) undo();
  }

  /** Try now; while a try runs, once more after it. */
  nudge(): void {
    if (!this.started || this.closed || this.options.stopped()) return;
    this.cancelTimer();
    this.again = true;
    if (!this.running) void this.run();
  }

  private async run(): Promise<void> {
    this.running = true;
    let waitMs = EVERY;
    while (this.again && !this.closed) {
      this.again = false;
      try {
        await this.options.sync();
        this.failures = 0;
        waitMs = EVERY;
        this.listen();
      } catch (error) {
        this.failures += 1;
        const asked = error instanceof TransportFault ? error.retryAfterMs : null;
        waitMs = backoff(this.failures, this.options.environment.random(), asked);
        // A dispatch during the failed try waits for the next one: it would only fail as well.
        break;
      }
    }
    this.running = false;
    if (this.options.stopped()) this.hangUp();
    else this.later(waitMs);
  }

  private later(ms: number): void {
    if (this.closed) return;
    this.cancelTimer();
    this.cancelTimer = this.options.environment.after(ms, () => this.nudge());
  }

  private listen(): void {
    if (this.closed || this.closeLive) return;
    const soon = () => this.later(this.options.environment.random() * SPREAD);
    this.closeLive = this.options.transport.live({
      onVersion: (version) => {
        if (version > this.options.seen() && !this.running) soon();
        else if (version > this.options.seen()) this.again = true;
      },
      onOpen: () => {
        if (!this.running) soon();
      },
    });
  }

  private hangUp(): void {
    this.closeLive?.();
    this.closeLive = null;
  }
}
