/**
 * How much one bringer may relay: a bucket that fills by itself. A request costs one, an entry that is nobody's ten
 * more; good entries cost nothing, so a phone with a full outbox is never slowed down. An enrolled device has its own
 * bucket, whatever address it shares with a whole committee; all others of one address share one.
 */
export interface RelayLimits {
  /** @returns seconds to wait, 0 when it may */
  ask(bringer: string, now: number): number;
  /** What was brought was nobody's. The bucket may go below empty. */
  charge(bringer: string, bad: number, now: number): void;
}

const FULL = 300;
const PER_SECOND = 3;
const PER_BAD = 10;
const MOST_BRINGERS = 20_000;

export function relayLimits(): RelayLimits {
  const buckets = new Map<string, { level: number; at: number }>();

  const bucketOf = (bringer: string, now: number) => {
    const bucket = buckets.get(bringer) ?? { level: FULL, at: now };
    const filled = bucket.level + (Math.max(0, now - bucket.at) / 1000) * PER_SECOND;
    bucket.level = Math.min(FULL, filled);
    bucket.at = now;
    // The eldest goes: a bringer that was away that long has a full bucket again.
    if (!buckets.has(bringer) && buckets.size >= MOST_BRINGERS) {
      for (const eldest of buckets.keys()) {
        buckets.delete(eldest);
        break;
      }
    }
    buckets.delete(bringer);
    buckets.set(bringer, bucket);
    return bucket;
  };

  return {
    ask(bringer, now) {
      const bucket = bucketOf(bringer, now);
      if (bucket.level < 1) return Math.ceil((1 - bucket.level) / PER_SECOND);
      bucket.level -= 1;
      return 0;
    },
    charge(bringer, bad, now) {
      if (bad > 0) bucketOf(bringer, now).level -= bad * PER_BAD;
    },
  };
}
