/** What a case was to come to. */
export type Verdict = 'allowed' | 'refused';

/** Counts cases and keeps those that came out otherwise than declared. */
export class Tally {
  readonly wrong: string[] = [];
  private readonly counts = new Map<string, { operations: Set<string>; allowed: number; refused: number }>();

  /** @param what e.g. `command`; @param where who, in which area, when */
  add(what: string, operation: string, where: string, expected: Verdict, held: boolean, got: unknown): void {
    const row = this.counts.get(what) ?? { operations: new Set(), allowed: 0, refused: 0 };
    this.counts.set(what, row);
    row.operations.add(operation);
    row[expected] += 1;
    if (!held) this.wrong.push(`${operation} by ${where}: to be ${expected}, got ${JSON.stringify(got)}`);
  }

  /** One line per surface: how many operations, and how many cases were allowed and refused. */
  table(): string {
    const lines = [...this.counts].map(([what, { operations, allowed, refused }]) => [
      what,
      operations.size,
      allowed,
      refused,
    ]);
    return [['surface', 'operations', 'allowed', 'refused'], ...lines]
      .map(
        ([what, ...figures]) => String(what).padEnd(26) + figures.map((n) => String(n).padStart(12)).join(''),
      )
      .join('\n');
  }
}

/** As phones and desks do it: whoever is told to try again because the machine is busy does. */
export async function patiently(ask: () => Promise<Response>): Promise<Response> {
  for (;;) {
    const response = await ask();
    if (response.status !== 503 && response.status !== 408) return response;
    await response.arrayBuffer();
  }
}

/** The whole list, some at a time. */
export async function inParallel<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const waiting = [...items];
  const hand = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: 6 }, hand));
}
