import { COMMAND_POST, dutyGrant, GROUPS, LEADING_ANY } from '#core/accounts/contract.ts';
import type { AccessRules } from '#kernel/access/access.ts';
import { defineProblems } from '#kernel/problem/problem.ts';

export const actions = {
  /** The register in tables, with names, numbers masked. */
  readRegister: 'people:read-register',
  /** Finding a person by name, pinyin, room: masked names. */
  search: 'people:search',
  change: 'people:change',
  import: 'people:import',
  export: 'people:export',
  /** Values confirmed in the field, away and back. */
  confirm: 'people:confirm',
  /** A full number, with a reason, recorded. */
  look: 'people:look',
  /** Who looked at what and why. */
  readLooks: 'people:read-looks',
  /** A copy of what is held for the person it is about, and corrections he or she asks for. */
  answerSubject: 'people:answer-subject',
} as const;

const onDuty = GROUPS.map(dutyGrant);

export const rules: AccessRules = {
  [actions.readRegister]: COMMAND_POST,
  [actions.search]: [...LEADING_ANY, ...onDuty],
  [actions.change]: COMMAND_POST,
  [actions.import]: COMMAND_POST,
  [actions.export]: COMMAND_POST,
  [actions.confirm]: [...LEADING_ANY, ...onDuty],
  [actions.look]: LEADING_ANY,
  [actions.readLooks]: ['role:secretary'],
  [actions.answerSubject]: COMMAND_POST,
};

/** 2 and 13 were used once and stay free. */
export const problems = defineProblems('people', 2000, {
  'resident-unknown': [1, 404],
  'dwelling-unknown': [3, 404],
  'resident-exists': [4, 409],
  'resident-ended': [5, 409],
  /** Another living person has this number. Details: `{ residentId }`. */
  'id-number-taken': [6, 409],
  /** Details: `{ why: 'length' | 'characters' | 'date' | 'checksum' }`. */
  'id-number-wrong': [7, 422],
  /** Details: `{ field, why: 'length' | 'characters' }`. */
  'phone-wrong': [8, 422],
  /** Someone confirmed another value later. Details: `{ field }`. */
  'confirmed-later': [9, 409],
  'look-unknown': [10, 404],
  'look-expired': [11, 410],
  'household-elsewhere': [12, 409],
  'birth-date-wrong': [14, 422],
  'import-mapping-unknown': [15, 404],
  'end-date-wrong': [16, 422],
  'household-unknown': [17, 404],
  'household-ended': [18, 409],
  /** Somebody named is not, or no longer, of that household. */
  'not-of-household': [19, 409],
  /** All of them would leave: then the household itself moves or ends. */
  'household-emptied': [20, 422],
  'merge-with-itself': [21, 422],
  'merge-unknown': [22, 404],
  'merge-undone': [23, 409],
  'resident-stands': [24, 409],
  /** The entry stands under another id since a merge. Details: `{ residentId }` of the one that stands. */
  'resident-merged': [25, 409],
  'no-such-discrepancy': [26, 404],
  'already-settled': [27, 409],
  /** Details: `{ resolution }`. */
  'resolution-wrong': [28, 409],
  'request-unknown': [29, 404],
  'request-answered': [30, 409],
  'copy-expired': [31, 410],
  /** Details: `{ level }`, of what a place of the chunk should lie in. */
  'import-torn': [32, 422],
});
