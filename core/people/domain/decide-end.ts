import type { Refused } from '#kernel/command/command.ts';
import type { PeopleBodies } from '../contract/commands.ts';
import { problems } from '../contract/rules.ts';
import { endDateFault } from './end-date.ts';
import { isRow, livingResident } from './home.ts';
import type { Resident } from './resident.ts';
import type { PeopleState } from './state.ts';
import { accept, no, type Verdict } from './verdict.ts';

export function endResident(
  state: PeopleState,
  body: PeopleBodies['people.end-resident'],
  at: number,
): Verdict {
  const row = livingResident(state, body.residentId);
  if (!isRow(row)) return row;
  const fault = endDateFault(body.on, at);
  return fault ?? accept([{ type: 'people.resident-ended', data: body }]);
}

/** Takes an end back, where nothing stands in its way. */
export function restoreResident(state: PeopleState, residentId: string): Verdict {
  const fault = restoreFault(state, state.residents.get(residentId));
  return fault ?? accept([{ type: 'people.resident-restored', data: { residentId } }]);
}

export function restoreFault(state: PeopleState, row: Resident | undefined): Refused | null {
  if (!row) return no(problems['resident-unknown']);
  if (row.mergedInto !== null) {
    return no(problems['resident-merged'], { residentId: state.current(row).id });
  }
  if (row.endedAt === null) return no(problems['resident-stands']);
  const twin = row.idBlind === null ? undefined : state.otherWithBlind(row.id, row.idBlind);
  return twin ? no(problems['id-number-taken'], { residentId: twin.id }) : null;
}
