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
});
