import type { GroupId } from '#core/accounts/contract.ts';
import { settingAt } from '#kernel/settings/setting.ts';
import type { Deed, Note, Point, Reading } from '../contract/rows.ts';
import { handoversSettings } from '../contract/settings.ts';
import { inOrder, isOpen, noteIsLate, pointIsLate, takenOverBy } from '../domain/standing.ts';
import type { PhoneHandovers } from './projection.ts';

export interface NoteHere {
  readonly note: Note;
  readonly takenOver: Reading | null;
  readonly late: boolean;
  /** The server has not confirmed it, or that it was taken over. */
  readonly pending: boolean;
}

export interface PointHere {
  readonly point: Point;
  readonly open: boolean;
  readonly late: boolean;
  readonly pending: boolean;
  /** Earliest first. */
  readonly deeds: readonly Deed[];
}

/** One place of a group: what the shifts left there. */
export interface PlaceHere {
  readonly group: GroupId;
  readonly place: string;
  /** My duty there runs. */
  readonly mine: boolean;
  /** Newest first. */
  readonly notes: readonly NoteHere[];
  /** Open ones first, the late before the others, the oldest first. */
  readonly points: readonly PointHere[];
}

/** Places where I am on duty, and all that shifts left anything at; mine first. @param now epoch ms */
export function placesHere(state: PhoneHandovers, now: number): readonly PlaceHere[] {
  const { notes, points } = state.handovers;
  const found = new Map<string, { group: GroupId; place: string; mine: boolean }>();
  const put = (group: GroupId, place: string, mine: boolean) => {
    const key = `${group}/${place}`;
    found.set(key, { group, place, mine: mine || (found.get(key)?.mine ?? false) });
  };
  for (const { group, place } of notes.all()) put(group, place, false);
  for (const { group, place } of points.all()) put(group, place, false);
  for (const duty of state.duties.values()) {
    if (duty.endedAt === null && duty.from <= now && now < duty.until)
      put(duty.group, duty.place ?? '', true);
  }
  return [...found.values()]
    .map(({ group, place, mine }) => placeHere(state, group, place, mine, now))
    .sort((a, b) => Number(b.mine) - Number(a.mine) || (a.place < b.place ? -1 : 1));
}

function placeHere(
  { handovers, settings }: PhoneHandovers,
  group: GroupId,
  place: string,
  mine: boolean,
  now: number,
): PlaceHere {
  const values = [...settings.values()];
  const minutes = settingAt(handoversSettings.confirm, values, now).value;
  const hours = settingAt(handoversSettings.pointLate, values, now).value;
  const here = <Row extends { readonly group: string; readonly place: string }>(rows: Iterable<Row>): Row[] =>
    [...rows].filter((row) => row.group === group && row.place === place);
  const { notes, readings, points, deeds } = handovers;
  return {
    group,
    place,
    mine,
    notes: inOrder(here(notes.all()))
      .reverse()
      .map((note): NoteHere => {
        const read = readings.by('note', note.id);
        const takenOver = takenOverBy(note, read);
        const pending = notes.isChanged(note.id) || (takenOver !== null && readings.isChanged(takenOver.id));
        return { note, takenOver, late: noteIsLate(note, read, minutes, now), pending };
      }),
    points: inOrder(here(points.all()))
      .map((point): PointHere => {
        const own = inOrder(deeds.by('point', point.id));
        const pending = points.isChanged(point.id) || own.some(({ id }) => deeds.isChanged(id));
        return { point, open: isOpen(own), late: pointIsLate(point, own, hours, now), pending, deeds: own };
      })
      .sort((a, b) => Number(b.open) - Number(a.open) || Number(b.late) - Number(a.late)),
  };
}
