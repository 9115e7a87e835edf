import { setTimeout as sleep } from 'node:timers/promises';
import { type Phone, PushFailed, push } from '../../../bench/push/load.ts';

const BATCH = 20;
const RETRY_MS = 50;

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
  /** Batches on their way. */
  underWay = 0;
  /** People ran out: from there on there is no load. */
  ranOut = false;
  /** Per phone, how many batches were acknowledged. */
  private readonly batches: number[];
  private stopped = false;
  private readonly working: Promise<unknown>;

  /** @param address asked before each push: a server started again listens elsewhere */
  constructor(
    phones: readonly Phone[],
    private readonly address: () => string,
  ) {
    this.batches = phones.map(() => 0);
    this.working = Promise.all(phones.map((phone, i) => this.work(phone, i)));
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
      const commands = phone.next(BATCH);
      if (commands.length === 0) {
        this.ranOut = true;
        return;
      }
      while (!(await this.send(phone, commands))) await sleep(RETRY_MS);
      this.batches[index] = (this.batches[index] ?? 0) + 1;
    }
  }

  private async send(phone: Phone, commands: readonly { readonly id: string }[]): Promise<boolean> {
    this.underWay += 1;
    try {
      const { answers } = await push(this.address(), phone, commands);
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
