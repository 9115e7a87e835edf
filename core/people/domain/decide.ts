import { problems as privacyProblems } from '#core/privacy/contract.ts';
import { type Command, type Flag, refuse } from '#kernel/command/command.ts';
import { problem } from '#kernel/problem/problem.ts';
import type { ByHandBodies, ByHandKind } from '../contract/by-hand.ts';
import type { PeopleBodies, PeopleCommandKind, ResidentChanges } from '../contract/commands.ts';
import type { ResidentField } from '../contract/rows.ts';
import { problems } from '../contract/rules.ts';
import { realChanges } from './apply-changes.ts';
import { cleanChanges } from './clean-changes.ts';
import { endResident, restoreResident } from './decide-end.ts';
import { endHousehold, joinHouseholds, moveHousehold, splitHousehold } from './decide-household.ts';
import { decideImport } from './decide-import.ts';
import { removeMapping, saveMapping } from './decide-mapping.ts';
import { mergeResidents, tellApart, unmergeResidents } from './decide-merge.ts';
import { settleDiscrepancy } from './decide-settle.ts';
import { answerCorrection, askCorrection, copyForSubject } from './decide-subject.ts';
import { isRow, livingResident, settleHome } from './home.ts';
import type { ImportRowsBody } from './import/rows.ts';
import type { RemoveMappingBody, SaveMappingBody } from './import/saved-mapping.ts';
import type { Resident } from './resident.ts';
import type { PeopleState } from './state.ts';
import { accept, no, type Verdict } from './verdict.ts';

export type PeopleCommand =
  | { [K in PeopleCommandKind]: Command<K, PeopleBodies[K]> }[PeopleCommandKind]
  | { [K in ByHandKind]: Command<K, ByHandBodies[K]> }[ByHandKind]
  | Command<'people.import-rows', ImportRowsBody>
  | Command<'people.save-import-mapping', SaveMappingBody>
  | Command<'people.remove-import-mapping', RemoveMappingBody>;

type Of<K extends PeopleCommandKind> = Command<K, PeopleBodies[K]>;

/** What brings new people in. */
const ENTERS: readonly PeopleCommand['kind'][] = ['people.add-resident', 'people.import-rows'];

export function decide(state: PeopleState, command: PeopleCommand): Verdict {
  if (!state.noticeConfirmed && ENTERS.includes(command.kind)) return no(privacyProblems['notice-first']);
  switch (command.kind) {
    case 'people.add-resident':
      return addResident(state, command);
    case 'people.change-resident':
      return changeResident(state, command);
    case 'people.move-resident':
      return moveResident(state, command);
    case 'people.confirm-field':
      return confirmField(state, command);
    case 'people.set-away':
      return setAway(state, command);
    case 'people.end-resident':
      return endResident(state, command.body, command.at);
    case 'people.restore-resident':
      return restoreResident(state, command.body.residentId);
    case 'people.look':
      return state.residents.get(command.body.residentId)
        ? accept([{ type: 'people.looked', data: command.body }])
        : no(problems['resident-unknown']);
    case 'people.move-household':
      return moveHousehold(state, command.body);
    case 'people.split-household':
      return splitHousehold(state, command.body);
    case 'people.join-households':
      return joinHouseholds(state, command.body);
    case 'people.end-household':
      return endHousehold(state, command.body, command.at);
    case 'people.merge-residents':
      return mergeResidents(state, command.body);
    case 'people.unmerge-residents':
      return unmergeResidents(state, command.body);
    case 'people.tell-apart':
      return tellApart(state, command.body);
    case 'people.settle':
      return settleDiscrepancy(state, command.body);
    case 'people.copy-for-subject':
      return copyForSubject(state, command.body);
    case 'people.ask-correction':
      return askCorrection(state, command.body);
    case 'people.answer-correction':
      return answerCorrection(state, command.body, command.at);
    case 'people.import-rows':
      return decideImport(state, command);
    case 'people.save-import-mapping':
      return saveMapping(state, command);
    case 'people.remove-import-mapping':
      return removeMapping(state, command);
  }
}

function addResident(state: PeopleState, { body, at }: Of<'people.add-resident'>): Verdict {
  const { residentId, householdId, dwellingId } = body;
  if (state.residents.get(residentId)) return no(problems['resident-exists']);
  const home = settleHome(state, householdId, dwellingId);
  if ('refused' in home) return home;
  const cleaned = cleanChanges(body.set, null, at);
  if ('fault' in cleaned) return refuse(cleaned.fault);
  const twin = numberTaken(state, residentId, cleaned.set);
  if (twin) return no(problems['id-number-taken'], { residentId: twin.id });
  const data = { residentId, householdId, dwellingId, set: cleaned.set };
  return accept([...home.events, { type: 'people.resident-added', data }]);
}

function changeResident(state: PeopleState, { body, at }: Of<'people.change-resident'>): Verdict {
  const row = livingResident(state, body.residentId);
  if (!isRow(row)) return row;
  const cleaned = cleanChanges(body.set, row.idKind, at);
  if ('fault' in cleaned) return refuse(cleaned.fault);
  const twin = numberTaken(state, row.id, cleaned.set);
  if (twin) return no(problems['id-number-taken'], { residentId: twin.id });
  const set = realChanges(row, cleaned.set, state.tools);
  if (Object.keys(set).length === 0) return accept([]);
  return accept([{ type: 'people.resident-changed', data: { residentId: row.id, set, confirmed: [] } }]);
}

function moveResident(state: PeopleState, { body }: Of<'people.move-resident'>): Verdict {
  const row = livingResident(state, body.residentId);
  if (!isRow(row)) return row;
  const home = settleHome(state, body.householdId, body.dwellingId);
  if ('refused' in home) return home;
  if (row.householdId === body.householdId && row.dwellingId === body.dwellingId) return accept([]);
  return accept([...home.events, { type: 'people.resident-moved', data: body }]);
}

/**
 * A fact from the door: it wins over the register whatever stands there. Against a value confirmed later by someone
 * else the later one stays, and the contradiction is flagged.
 */
function confirmField(state: PeopleState, { body, at }: Of<'people.confirm-field'>): Verdict {
  const found = state.residents.get(body.residentId);
  if (!found) return no(problems['resident-unknown']);
  // A phone that has not heard of a merge speaks of the entry that stands.
  const row = state.current(found);
  const cleaned = cleanChanges(body.set, row.idKind, at);
  if ('fault' in cleaned) return refuse(cleaned.fault);
  const said = (Object.keys(cleaned.set) as ResidentField[]).filter((f) => cleaned.set[f] !== undefined);
  const stale = said.filter((field) => (row.confirmed[field] ?? 0) > at);
  const confirmed = said.filter((field) => !stale.includes(field));
  const set = pick(cleaned.set, confirmed);
  const flags = flagsOf(state, row, set, pick(cleaned.set, stale));
  if (confirmed.length === 0) return accept([], flags);
  return accept([{ type: 'people.resident-changed', data: { residentId: row.id, set, confirmed } }], flags);
}

function setAway(state: PeopleState, { body, at }: Of<'people.set-away'>): Verdict {
  const found = state.residents.get(body.residentId);
  if (!found) return no(problems['resident-unknown']);
  const row = state.current(found);
  if ((row.confirmed.away ?? 0) > at) {
    return accept([], flagsOf(state, row, {}, { away: body.away }));
  }
  return accept(
    [{ type: 'people.resident-away-set', data: { ...body, residentId: row.id } }],
    endedFlag(row),
  );
}

function flagsOf(state: PeopleState, row: Resident, set: ResidentChanges, stale: ResidentChanges): Flag[] {
  const flags = endedFlag(row);
  for (const field of Object.keys(realChanges(row, stale, state.tools))) {
    flags.push({
      problem: problem(problems['confirmed-later'], { field }),
      subjects: { residentId: row.id },
    });
  }
  const twin = numberTaken(state, row.id, set);
  if (twin) {
    const subjects = { residentId: row.id, otherResidentId: twin.id };
    flags.push({ problem: problem(problems['id-number-taken'], { residentId: twin.id }), subjects });
  }
  return flags;
}

const endedFlag = (row: Resident): Flag[] =>
  row.endedAt === null
    ? []
    : [{ problem: problem(problems['resident-ended']), subjects: { residentId: row.id } }];

const pick = (set: ResidentChanges, fields: readonly ResidentField[]): ResidentChanges =>
  Object.fromEntries(fields.map((field) => [field, set[field]]));

const numberTaken = (state: PeopleState, residentId: string, set: ResidentChanges): Resident | undefined =>
  typeof set.idNumber === 'string' ? state.otherWithNumber(residentId, set.idNumber) : undefined;
