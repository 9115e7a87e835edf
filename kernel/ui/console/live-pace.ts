/** Changes that come within this time, ms, are asked for together. */
const GATHER_MS = 400;

/** A rest is no longer than this, however long the last answers took, ms. */
const LONGEST_REST_MS = 5_000;

/** A question that is still not answered after this time is asked again when something changes, ms. */
const LONGEST_ROUND_MS = 20_000;

/**
 * When an open console asks again: one round of questions at a time, and then a rest as long as the round took, so that a
 * server that is slow because many ask is not asked the more. On a calm one a change shows within `GATHER_MS` and the
 * time of its answer.
 */
export class LivePace {
  private timer: ReturnType<typeof setTimeout> | null = null;
  private isAsking = false;
  private movedMeanwhile = false;
  private rest = GATHER_MS;

  /** @param askAll asks every visible query again; resolves when all are answered, never rejects */
  constructor(private readonly askAll: () => Promise<unknown>) {}

  /** Something changed. */
  readonly moved = (): void => {
    if (this.isAsking) this.movedMeanwhile = true;
    else this.timer ??= setTimeout(this.ask, this.rest);
  };

  /** Nothing is asked any more of its own accord. */
  stop(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    this.movedMeanwhile = false;
  }

  /** Asks now, or as soon as the round under way is over. */
  readonly ask = async (): Promise<void> => {
    if (this.isAsking) {
      this.movedMeanwhile = true;
      return;
    }
    this.stop();
    this.isAsking = true;
    const begun = performance.now();
    await atMost(LONGEST_ROUND_MS, this.askAll());
    const took = performance.now() - begun;
    this.rest = restAfter(took);
    this.isAsking = false;
    if (this.movedMeanwhile) this.moved();
  };
}

/** How long a console rests after a round of questions that took so long; both in ms. */
export const restAfter = (took: number): number => Math.min(Math.max(GATHER_MS, took), LONGEST_REST_MS);

async function atMost(ms: number, work: Promise<unknown>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([work, patience]);
  clearTimeout(timer);
}
