import type { Attempt } from '../contract/rows.ts';

const MINUTE = 60_000;

export interface QuizRules {
  /** Percent of the questions that must be right. */
  readonly passMark: number;
  /** Tries without passing after which one waits. */
  readonly tries: number;
  /** How long, minutes. */
  readonly wait: number;
}

/**
 * Until when a member waits before the next try, epoch ms; null: may sit at once. After every `tries` failed sittings
 * one waits, and reads. Sittings that do not count prolong nothing.
 * @param attempts of that member at that version
 */
export function waitsUntil(
  attempts: readonly Pick<Attempt, 'at' | 'passed' | 'counts'>[],
  { tries, wait }: QuizRules,
  at: number,
): number | null {
  const failed = attempts.filter((one) => one.counts && !one.passed && one.at <= at);
  if (failed.length === 0 || failed.length % tries !== 0) return null;
  const until = Math.max(...failed.map((one) => one.at)) + wait * MINUTE;
  return until > at ? until : null;
}
