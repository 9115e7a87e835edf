import { fnv1a } from './fnv.ts';

/**
 * What a phone marks a question with: a 32-bit hash over the code, the question and the right options in order.
 *
 * It keeps the answers out of sight, not out of reach: a question with six options has 63 possible answers, and who
 * writes a program to try them has read the code on the way. The server marks again, and its word counts.
 */
export function answerKey(codeId: string, questionId: string, optionIds: readonly string[]): number {
  return fnv1a([codeId, questionId, ...[...new Set(optionIds)].sort()].join('|'));
}
