import type { DomainEvent } from '#kernel/command/command.ts';
import type { Deed, Note, Point, Reading } from './rows.ts';

type Made<Row> = Omit<Row, 'byName' | 'version'>;

export type NoteWritten = DomainEvent<
  'handovers.note-written',
  { readonly note: Made<Note>; readonly points: readonly Made<Point>[] }
>;
export type NoteConfirmed = DomainEvent<'handovers.note-confirmed', Made<Reading>>;
export type PointAdded = DomainEvent<'handovers.point-added', Made<Point>>;
export type PointMarked = DomainEvent<'handovers.point-marked', Made<Deed>>;
export type HandoversEvent = NoteWritten | NoteConfirmed | PointAdded | PointMarked;
