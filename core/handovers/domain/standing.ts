import type { Deed, Note, Point, Reading } from '../contract/rows.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

interface Timed {
  readonly id: string;
  readonly at: number;
}

/** Earliest first; of one time by id, so that every phone comes to the same. */
export const inOrder = <Row extends Timed>(rows: readonly Row[]): Row[] =>
  [...rows].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));

/** Who took a note over first: one hand for both sides confirms nothing, so its author's own reading does not count. */
export const takenOverBy = <R extends Pick<Reading, 'id' | 'at' | 'by'>>(
  note: Pick<Note, 'by'>,
  readings: readonly R[],
): R | null => inOrder(readings.filter(({ by }) => by !== note.by))[0] ?? null;

/** The latest deed by its own time decides, whatever came last. */
export const isOpen = (deeds: readonly Pick<Deed, 'id' | 'at' | 'what'>[]): boolean =>
  inOrder(deeds).at(-1)?.what !== 'done';

/** @param minutes by which a note should be taken over */
export const noteIsLate = (
  note: Pick<Note, 'at' | 'by'>,
  readings: readonly Pick<Reading, 'id' | 'at' | 'by'>[],
  minutes: number,
  now: number,
): boolean => takenOverBy(note, readings) === null && note.at + minutes * MINUTE < now;

/** @param hours after which a point without a time of its own is late */
export const pointIsLate = (
  point: Pick<Point, 'at' | 'dueAt'>,
  deeds: readonly Pick<Deed, 'id' | 'at' | 'what'>[],
  hours: number,
  now: number,
): boolean => isOpen(deeds) && (point.dueAt ?? point.at + hours * HOUR) < now;
