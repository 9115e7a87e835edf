import type { Refused } from '#kernel/command/command.ts';
import type { ByHandBodies } from '../contract/by-hand.ts';
import type { PeopleEvent } from '../contract/events.ts';
import type { Household } from '../contract/rows.ts';
import { problems } from '../contract/rules.ts';
import { endDateFault } from './end-date.ts';
import { dwellingFault } from './home.ts';
import type { PeopleState } from './state.ts';
import { accept, no, type Verdict } from './verdict.ts';

/** Everybody goes along; those who had left before stay where they were. */
export function moveHousehold(state: PeopleState, body: ByHandBodies['people.move-household']): Verdict {
  const { householdId, dwellingId } = body;
  const household = livingHousehold(state, householdId);
  if ('refused' in household) return household;
  const gone = dwellingFault(state, dwellingId);
  if (gone) return gone;
  if (household.dwellingId === dwellingId) return accept([]);
  const moves = state.livingOf(householdId).map(({ id }) => movedTo(id, householdId, dwellingId));
  return accept([{ type: 'people.household-moved', data: { householdId, dwellingId } }, ...moves]);
}

/** Some become a household of their own behind the same door. */
export function splitHousehold(state: PeopleState, body: ByHandBodies['people.split-household']): Verdict {
  const household = livingHousehold(state, body.householdId);
  if ('refused' in household) return household;
  const standing = state.households.get(body.newHouseholdId);
  if (standing && standing.dwellingId !== household.dwellingId) return no(problems['household-elsewhere']);
  const leaving = new Set(body.residentIds);
  const members = state.livingOf(household.id);
  const strangers = [...leaving].filter((id) => !members.some((row) => row.id === id));
  // Asked again after it was done, nothing is left to do.
  if (strangers.every((id) => state.residents.get(id)?.householdId === body.newHouseholdId)) {
    if (strangers.length === leaving.size) return accept([]);
  }
  if (strangers.length > 0) return no(problems['not-of-household']);
  if (leaving.size === members.length) return no(problems['household-emptied']);
  const { dwellingId } = household;
  const made: PeopleEvent[] = standing
    ? []
    : [{ type: 'people.household-added', data: { householdId: body.newHouseholdId, dwellingId } }];
  return accept([...made, ...[...leaving].map((id) => movedTo(id, body.newHouseholdId, dwellingId))]);
}

/** Two households of one dwelling were one all along. */
export function joinHouseholds(state: PeopleState, body: ByHandBodies['people.join-households']): Verdict {
  const kept = livingHousehold(state, body.keptId);
  if ('refused' in kept) return kept;
  const joined = state.households.get(body.joinedId);
  if (!joined || joined.id === kept.id) return no(problems['household-unknown']);
  if (joined.endedAt !== null) return accept([]);
  if (joined.dwellingId !== kept.dwellingId) return no(problems['household-elsewhere']);
  const moves = state.livingOf(joined.id).map(({ id }) => movedTo(id, kept.id, kept.dwellingId));
  return accept([...moves, { type: 'people.household-ended', data: { householdId: joined.id } }]);
}

/** Everybody of it ends for one reason. */
export function endHousehold(
  state: PeopleState,
  { householdId, reason, on }: ByHandBodies['people.end-household'],
  at: number,
): Verdict {
  const household = livingHousehold(state, householdId);
  if ('refused' in household) return household;
  const fault = endDateFault(on, at);
  if (fault) return fault;
  const ends = state
    .livingOf(householdId)
    .map(({ id }): PeopleEvent => ({ type: 'people.resident-ended', data: { residentId: id, reason, on } }));
  return accept([...ends, { type: 'people.household-ended', data: { householdId } }]);
}

const movedTo = (residentId: string, householdId: string, dwellingId: string): PeopleEvent => ({
  type: 'people.resident-moved',
  data: { residentId, householdId, dwellingId },
});

function livingHousehold(state: PeopleState, id: string): Household | Refused {
  const household = state.households.get(id);
  if (!household) return no(problems['household-unknown']);
  return household.endedAt === null ? household : no(problems['household-ended']);
}
