import type { Refused } from '#kernel/command/command.ts';
import type { PeopleEvent } from '../contract/events.ts';
import { problems } from '../contract/rules.ts';
import type { Resident } from './resident.ts';
import type { PeopleState } from './state.ts';
import { no } from './verdict.ts';

/** The household there, made when it is new; refused when it lives elsewhere or the dwelling does not stand. */
export function settleHome(
  state: PeopleState,
  householdId: string,
  dwellingId: string,
): { readonly events: readonly PeopleEvent[] } | Refused {
  const gone = dwellingFault(state, dwellingId);
  if (gone) return gone;
  const household = state.households.get(householdId);
  if (!household) return { events: [{ type: 'people.household-added', data: { householdId, dwellingId } }] };
  if (household.dwellingId !== dwellingId) return no(problems['household-elsewhere']);
  return { events: [] };
}

export function dwellingFault(state: PeopleState, dwellingId: string): Refused | null {
  const dwelling = state.dwellings.get(dwellingId);
  return !dwelling || dwelling.endedAt !== null ? no(problems['dwelling-unknown']) : null;
}

/** The row a command may change; a merged entry names the one that stands for it. */
export function livingResident(state: PeopleState, id: string): Resident | Refused {
  const row = state.residents.get(id);
  if (!row) return no(problems['resident-unknown']);
  if (row.mergedInto !== null) {
    return no(problems['resident-merged'], { residentId: state.current(row).id });
  }
  return row.endedAt === null ? row : no(problems['resident-ended']);
}

export const isRow = (found: Resident | Refused): found is Resident => !('refused' in found);
