import type { Problem } from '#kernel/problem/problem.ts';
import type { GateAnswer } from './attempt.ts';

/** Nothing is known against whoever shows it: it was not read whole, or names something else. */
const UNREAD: ReadonlySet<string> = new Set([
  'codes.not-a-code',
  'codes.check-symbol',
  'codes.incomplete',
  'codes.damaged',
  'codes.id-check-digit',
  'codes.unknown-series',
  'codes.wrong-kind',
]);

/** A sync may bring what is missing; until then the leader's word decides. */
const ASKED: ReadonlySet<string> = new Set(['codes.unknown-key']);

/**
 * What a code that is no good at this gate means for whoever holds it out.
 * @returns null where it has to be read again before anything can be said
 */
export function answerToBadCode({ code, details }: Problem): GateAnswer | null {
  if (UNREAD.has(code)) return null;
  return { answer: ASKED.has(code) ? 'ask' : 'refused', rule: 'pass', details: { ...details, why: code } };
}
