import type { StatusRow } from './state.ts';

/** Taken back, or ended before it began: it never held, and ends nothing. */
const neverHeld = ({ withdrawnAt, endedAt, from }: StatusRow): boolean =>
  withdrawnAt !== null || (endedAt !== null && endedAt <= from);

/**
 * When each declaration of one place really ends: at its own end, or when a later one that replaces it begins, whichever
 * comes first. Worked out anew after each change, so that taking one back gives the place what it would have had.
 * @param rows of one place, all of them
 * @returns those whose end is another now
 */
export function settleEnds(rows: readonly StatusRow[]): readonly StatusRow[] {
  const later = [...rows].sort((a, b) => b.from - a.from || (a.id < b.id ? 1 : -1));
  const changed: StatusRow[] = [];
  let replacedFrom: number | null = null;
  for (const row of later) {
    const until = neverHeld(row) ? row.from : earliest(row.endedAt ?? row.plannedUntil, replacedFrom);
    if (until !== row.until) changed.push({ ...row, until });
    if (row.replaces && !neverHeld(row)) replacedFrom = row.from;
  }
  return changed;
}

const earliest = (a: number | null, b: number | null): number | null =>
  a === null ? b : b === null ? a : Math.min(a, b);
