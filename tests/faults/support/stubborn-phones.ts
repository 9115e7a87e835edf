import { setTimeout as sleep } from 'node:timers/promises';
import { type Phone, PushFailed, push, type SaysOfItself } from '../../../bench/push/load.ts';

/** What is odd about the phones for a while; nothing, when empty. */
export interface Manner {
  /** Their clock is ahead by so much, ms, or behind. */
  readonly clockBy?: number;
  /** What they take for the server's clock minus theirs; null: never measured. */
  readonly offset?: number | null;
  readonly protocol?: number;
}

/** A batch as it was made: what its clock was like goes with it, however late it is sent. */
interface Batch {
  readonly commands: readonly { readonly id: string }[];
  readonly clockOffset: number | null;
}

const BATCH = 20;
const RETRY_MS = 50;
/** Between two batches of a phone once enough came of this load. */
const REST_MS = 200;

/**
 * Phones that behave as the outbox does: a batch stays until it is acknowledged, and after a failure the very same
 * commands are sent again.
 */
export class StubbornPhones {
  readonly acknowledged: string[] = [];
  /** Acknowledged as `already`: they had been committed, and the kill took the answer. */
  already = 0;
  /** Commands answered `refused`: there is no reason for any. */
  readonly refused: string[] = [];
  /** How often a push failed, by status or socket error. */
  readonly failures = new Map<string, number>();
  manner: Manner = {};
  /** Batches on their way. */
  underWay = 0;
  /** People ran out: from there on there is no load. */
  ranOut = false;
  /** Per phone, how many batches were acknowledged. */
  private readonly batches: number[];
  private stopped = false;
  private restFrom = 0;
  private readonly working: Promise<unknown>;

  /** @param address asked before each push: a server started again listens elsewhere */
  constructor(
    phones: readonly Phone[],
    private readonly address: () => string,
  ) {
    this.batches = phones.map(() => 0);
    this.working = Promise.all(phones.map((phone, i) => this.work(phone, i)));
  }

  /** As fast as they are answered until so many more are acknowledged; then at leisure, so that the people last. */
  hurry(commands: number): void {
    this.restFrom = this.acknowledged.length + commands;
  }

  /** Every phone has had a batch of its own acknowledged since now; a phone that never is, is named. */
  async allHeard(withinMs: number): Promise<void> {
    const before = [...this.batches];
    const silent = () => before.flatMap((count, i) => ((this.batches[i] ?? 0) > count ? [] : [i]));
    for (const end = Date.now() + withinMs; silent().length > 0; await sleep(5)) {
      if (this.ranOut) throw new Error('people ran out');
      if (Date.now() > end)
        throw new Error(`no answer for the phones ${silent().join(', ')}: ${this.told()}`);
    }
  }

  /** No new batches; resolves when what every phone holds is acknowledged. */
  async stop(): Promise<void> {
    this.stopped = true;
    await this.working;
  }

  told(): string {
    return [...this.failures].map(([what, count]) => `${what} ×${count}`).join(', ');
  }

  private async work(phone: Phone, index: number): Promise<void> {
    while (!this.stopped) {
      const batch = this.make(phone);
      if (batch.commands.length === 0) {
        this.ranOut = true;
        return;
      }
      while (!(await this.send(phone, batch))) await sleep(RETRY_MS);
      this.batches[index] = (this.batches[index] ?? 0) + 1;
      if (this.acknowledged.length >= this.restFrom) await sleep(REST_MS);
    }
  }

  private make(phone: Phone): Batch {
    const { clockBy = 0, offset = 0 } = this.manner;
    const claimedAt = Date.now() + clockBy;
    const commands = phone.next(BATCH).map((command) => ({ ...command, claimedAt }));
    return { commands, clockOffset: offset };
  }

  private async send(phone: Phone, { commands, clockOffset }: Batch): Promise<boolean> {
    this.underWay += 1;
    const { protocol } = this.manner;
    const says: SaysOfItself = { clockOffset, ...(protocol === undefined ? {} : { protocol }) };
    try {
      const { answers } = await push(this.address(), phone, commands, says);
      for (const answer of answers) {
        if (answer.first === 'refused') this.refused.push(answer.problems.map((p) => p.code).join(' '));
        else this.acknowledged.push(answer.id);
        if (answer.outcome === 'already') this.already += 1;
      }
      return true;
    } catch (error) {
      const what = failureOf(error);
      this.failures.set(what, (this.failures.get(what) ?? 0) + 1);
      return false;
    } finally {
      this.underWay -= 1;
    }
  }
}

/** `503`, `ECONNRESET` …; anything else is a fault of the test itself and is not swallowed. */
function failureOf(error: unknown): string {
  if (error instanceof PushFailed) return String(error.status);
  if (error instanceof Error && 'code' in error) return String(error.code);
  throw error;
}
