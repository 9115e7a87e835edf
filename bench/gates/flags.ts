import type { Answer } from '#kernel/command/command.ts';

/** How many commands were flagged, by the problem's code. */
export type Flags = Record<string, number>;

export function countFlags(flags: Flags, answers: readonly Answer[]): void {
  for (const { problems } of answers) for (const { code } of problems) flags[code] = (flags[code] ?? 0) + 1;
}

export const sumOf = (flags: Readonly<Flags>): number =>
  Object.values(flags).reduce((sum, count) => sum + count, 0);
