import type { NoteView, PointView } from '../contract/queries.ts';

/** One place as the desk lists it. */
export interface PlaceLine {
  readonly place: string;
  readonly open: number;
  readonly late: number;
  readonly latest: NoteView | null;
}

/** Places that shifts left anything at: those with something late first, then those with most open. @param notes newest first */
export function placeLines(notes: readonly NoteView[], points: readonly PointView[]): readonly PlaceLine[] {
  const places = [...new Set([...notes, ...points].map(({ place }) => place))];
  return places
    .map((place): PlaceLine => {
      const open = points.filter((one) => one.place === place && one.state === 'open');
      return {
        place,
        open: open.length,
        late: open.filter(({ late }) => late).length,
        latest: notes.find((one) => one.place === place) ?? null,
      };
    })
    .sort((a, b) => b.late - a.late || b.open - a.open || (a.place < b.place ? -1 : 1));
}
