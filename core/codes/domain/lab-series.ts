import { type Problem, problem } from '#kernel/problem/problem.ts';
import { codesProblems } from './problems.ts';

/**
 * A laboratory's own tube numbers, kept as they are. The pattern is data: `#` is a digit, `@` a letter, anything else
 * stands for itself, e.g. `310920220418#####` or seventeen `#`.
 */
export interface LabSeries {
  readonly name: string;
  readonly pattern: string;
}

/** Whether a text fits, symbol by symbol. Expects `clean` text. */
export function fitsLabSeries(text: string, pattern: string): boolean {
  if (text.length !== pattern.length || pattern.length === 0) return false;
  for (let i = 0; i < pattern.length; i++) {
    const want = pattern.charAt(i);
    const have = text.charAt(i);
    const fits = want === '#' ? /\d/.test(have) : want === '@' ? /[A-Z]/.test(have) : want === have;
    if (!fits) return false;
  }
  return true;
}

const IDENTITY_LENGTH = 18;
/** Region and birth date of an identity number: as many must be fixed to tell the two apart. */
const FIXED_TO_DIFFER = 14;

/** Why an area may not set this pattern; null when it may. */
export function labPatternProblem(pattern: string): Problem | null {
  const digits = /#+$/.exec(pattern)?.[0].length ?? 0;
  if (!/^[0-9A-Z#@\-/.]{6,40}$/.test(pattern) || digits < 3) {
    return problem(codesProblems['bad-series'], { field: 'codes.field.pattern' });
  }
  if (pattern.length === IDENTITY_LENGTH && /[#@]/.test(pattern.slice(0, FIXED_TO_DIFFER))) {
    return problem(codesProblems['series-like-id-card']);
  }
  return null;
}

/** The widest pattern a first number allows: its last run of digits counts on, what stands before is fixed. */
export function patternFrom(first: string): string {
  const run = /\d+$/.exec(first)?.[0].length ?? 0;
  const counting = Math.min(run, first.length === IDENTITY_LENGTH ? IDENTITY_LENGTH - FIXED_TO_DIFFER : 5);
  return first.slice(0, first.length - counting) + '#'.repeat(counting);
}
