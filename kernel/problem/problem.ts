/**
 * One catalogue of problems. A module declares its own with `defineProblems`; the number of a problem is never
 * reused. What people read stands in the module's message files under `problem.<code>`, with the same placeholders.
 */
export interface ProblemKind {
  /** Dotted: `<module>.<kebab-case>`, e.g. `testing.round-closed`. */
  readonly code: string;
  /** Unique over all modules; thousands are the module's, so that a log line points home. */
  readonly number: number;
  /** The HTTP status used where a problem ends a request. */
  readonly status: number;
}

export type ProblemDetails = Readonly<Record<string, string | number | boolean | null>>;

/** A problem as data: what a phone keeps, what the wire carries. Details never hold personal data. */
export interface Problem {
  readonly code: string;
  readonly number: number;
  readonly details: ProblemDetails;
}

/** A problem thrown where a request cannot go on. Inside `decide`, return the `Problem` instead. */
export class ProblemError extends Error {
  constructor(
    readonly kind: ProblemKind,
    readonly details: ProblemDetails = {},
  ) {
    super(kind.code);
    this.name = 'ProblemError';
  }

  get problem(): Problem {
    return { code: this.kind.code, number: this.kind.number, details: this.details };
  }
}

/**
 * @param module the module's name, the first part of each code
 * @param base the module's thousands, e.g. 3000
 * @param kinds kebab-case name → [offset below 1000, HTTP status]
 */
export function defineProblems<K extends string>(
  module: string,
  base: number,
  kinds: Readonly<Record<K, readonly [offset: number, status: number]>>,
): Readonly<Record<K, ProblemKind>> {
  const entries = (Object.entries(kinds) as [K, readonly [number, number]][]).map(
    ([name, [offset, status]]) => {
      if (offset <= 0 || offset >= 1000)
        throw new Error(`${module}.${name}: offset ${offset} is not within 1–999`);
      return [name, { code: `${module}.${name}`, number: base + offset, status }] as const;
    },
  );
  const numbers = new Set(entries.map(([, kind]) => kind.number));
  if (numbers.size !== entries.length) throw new Error(`${module}: a problem number is used twice`);
  return Object.fromEntries(entries) as unknown as Readonly<Record<K, ProblemKind>>;
}

/** A problem as a value, for `decide` and for answers. */
export function problem(kind: ProblemKind, details: ProblemDetails = {}): Problem {
  return { code: kind.code, number: kind.number, details };
}
