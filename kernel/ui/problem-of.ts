import type { Problem } from '../problem/problem.ts';

/** What came back instead of an answer, as a problem: from oRPC (`error.data`), from JSON, or the broken line itself. */
export function problemOf(error: unknown): Problem {
  const found = asProblem(error) ?? asProblem(field(error, 'data')) ?? asProblem(field(error, 'problem'));
  if (found) return found;
  const inner = asProblem(field(field(error, 'data'), 'problem'));
  if (inner) return inner;
  if (isBrokenLine(error)) return { code: 'ui.offline', number: 0, details: {} };
  return { code: 'ui.unexpected', number: 0, details: {} };
}

/** fetch() says every broken line with a TypeError, in each browser in other words. */
function isBrokenLine(error: unknown): boolean {
  return error instanceof TypeError || (error instanceof DOMException && error.name === 'NetworkError');
}

function asProblem(value: unknown): Problem | null {
  const code = field(value, 'code');
  const number = field(value, 'number');
  if (typeof code !== 'string' || typeof number !== 'number') return null;
  const details = field(value, 'details');
  return {
    code,
    number,
    details: typeof details === 'object' && details !== null ? (details as Problem['details']) : {},
  };
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && name in value
    ? (value as Record<string, unknown>)[name]
    : undefined;
}
