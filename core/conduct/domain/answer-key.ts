/**
 * What a phone marks a question with: FNV-1a (32 bits) over the code, the question and the right options in order.
 *
 * It keeps the answers out of sight, not out of reach: a question with six options has 63 possible answers, and who
 * writes a program to try them has read the code on the way. The server marks again, and its word counts.
 */
export function answerKey(codeId: string, questionId: string, optionIds: readonly string[]): number {
  const text = [codeId, questionId, ...[...new Set(optionIds)].sort()].join('|');
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
