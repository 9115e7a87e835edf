import type { GroupId } from '#core/accounts/contract.ts';
import { WorkingSet } from '#kernel/command/working-set.ts';
import type { Deed, Note, Point, Reading } from '../contract/rows.ts';

export interface HandoversState {
  readonly notes: WorkingSet<Note>;
  readonly readings: WorkingSet<Reading, 'note'>;
  readonly points: WorkingSet<Point>;
  readonly deeds: WorkingSet<Deed, 'point'>;
  /** Whether that member worked in that group at that time; a phone leaves that to the server. */
  readonly worksIn: (memberId: string, group: GroupId, at: number) => boolean;
}

export const createHandoversState = (worksIn: HandoversState['worksIn'] = () => true): HandoversState => ({
  notes: new WorkingSet<Note>({}),
  readings: new WorkingSet<Reading, 'note'>({ note: ({ noteId }) => noteId }),
  points: new WorkingSet<Point>({}),
  deeds: new WorkingSet<Deed, 'point'>({ point: ({ pointId }) => pointId }),
  worksIn,
});
