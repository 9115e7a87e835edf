import { setTimeout as sleep } from 'node:timers/promises';
import { seededRandom } from '#kernel/time-id/random.ts';
import type { Caller } from '../caller.ts';
import { percentile } from '../push/latency.ts';
import { pullFrom } from '../testing/snapshot.ts';
import type { Attempt } from './attempts.ts';
import { countFlags, type Flags } from './flags.ts';
import { recorded } from './passage.ts';

/** A phone that hears of a change pulls within so many ms (`kernel/sync/client/loop.ts`). */
const SPREAD_MS = 1500;

export interface CheckLoad {
  /** Asked for, a second. */
  readonly rate: number;
  /** Answered, a second, until the last answer was there. */
  readonly answered: number;
  readonly medianMs: number;
  readonly p99Ms: number;
  readonly worstMs: number;
  readonly flags: Flags;
  /** Pulls of the phones beside it. */
  readonly pulls: number;
}

/**
 * People come to the gates of ten phones that are online, at random times (Poisson) whatever the server does: each check is
 * one push of one passage, decided and kept by the server. Beside it each phone pulls what the others let through. A
 * check's time is counted from when the person came, so a server that stands still is seen.
 * @param rate checks a second @param held what the phones have pulled, term → cursor
 */
export async function checkAtRate(
  phones: readonly Caller[],
  people: Iterator<Attempt, never>,
  rate: number,
  seconds: number,
  held: readonly Record<string, number>[],
): Promise<CheckLoad> {
  const random = seededRandom(rate);
  const times: number[] = [];
  const flags: Flags = {};
  let pulls = 0;
  const check = async (at: number) => {
    const came = people.next().value;
    const answers = await phones[came.nth % phones.length]?.push([recorded(came)]);
    times.push(performance.now() - at);
    countFlags(flags, answers ?? []);
  };
  let isOver = false;
  const follow = async (phone: Caller, cursors: Record<string, number>) => {
    while (!isOver) {
      await sleep(random() * SPREAD_MS);
      await pullFrom(phone, cursors);
      pulls += 1;
    }
  };
  const [following, checking] = [new UnderWay(), new UnderWay()];
  for (const [i, phone] of phones.entries()) following.add(follow(phone, held[i] ?? {}));
  const begun = performance.now();
  for (let at = begun; at < begun + seconds * 1000; at += gap(random, rate)) {
    const early = at - performance.now();
    if (early > 0) await sleep(early);
    checking.add(check(at));
  }
  await checking.done();
  const took = (performance.now() - begun) / 1000;
  isOver = true;
  await following.done();
  return {
    rate,
    answered: times.length / took,
    medianMs: percentile(times, 0.5),
    p99Ms: percentile(times, 0.99),
    worstMs: percentile(times, 1),
    flags,
    pulls,
  };
}

/** Time to the next arrival of a Poisson stream, ms. */
const gap = (random: () => number, rate: number): number => (-Math.log(1 - random()) * 1000) / rate;

/** Work that was begun and is waited for later; its first failure is told then, when nothing is under way any more. */
class UnderWay {
  private failure: { readonly error: unknown } | null = null;
  private readonly all: Promise<void>[] = [];

  add(work: Promise<void>): void {
    const kept = work.catch((error: unknown) => {
      this.failure ??= { error };
    });
    this.all.push(kept);
  }

  async done(): Promise<void> {
    await Promise.all(this.all);
    if (this.failure) throw this.failure.error;
  }
}
