import type { QueryContext } from '#kernel/query/context.ts';

/** Missed rounds of somebody that nothing has cleared yet. */
export interface MissedNow {
  /** Of the first of them, epoch ms. */
  readonly since: number;
  /** The first one first. */
  readonly roundIds: readonly string[];
}

/** What gates and others may read of the missed 应检未检; handed over by the composition root. */
export interface MissedReader {
  /** Those of these residents who are missed now; everybody else is left out, people away or exempt too. */
  missedNow(tx: QueryContext['tx'], residentIds: readonly string[]): Promise<ReadonlyMap<string, MissedNow>>;
}
