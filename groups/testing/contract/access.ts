import type { AccessRules } from '#kernel/access/access.ts';

export const actions = {
  /** Making, changing and opening rounds; who is awaited. */
  plan: 'testing:plan',
  /** Sampling, closing tubes, taking one's own sample back. */
  sample: 'testing:sample',
  /** Packing tubes, sealing boxes. */
  pack: 'testing:pack',
  /** Saying what stands at a site before people come. */
  setUp: 'testing:set-up',
  close: 'testing:close',
  /** Settling discrepancies, voiding someone else's sample. */
  settle: 'testing:settle',
  /** What a phone on duty gets: the round and its list, masked. */
  view: 'testing:view',
  /** Boards, missed lists, rows behind figures. */
  oversee: 'testing:oversee',
  export: 'testing:export',
  /** Laboratory results: entering them, and seeing whose they are. */
  results: 'testing:results',
  /** Full names and numbers of many at once: the laboratory's sheet, a list of contacts. With a reason, recorded. */
  lookFull: 'testing:look-full',
} as const;

const leaders = ['role:secretary', 'role:command', 'role:leader:testing', 'role:deputy:testing'];
const inCharge = ['role:secretary', 'role:command', 'role:leader:testing'];
const field = [...leaders, 'duty:testing'];

export const rules: AccessRules = {
  [actions.plan]: leaders,
  [actions.sample]: field,
  [actions.pack]: field,
  [actions.setUp]: field,
  [actions.close]: leaders,
  [actions.settle]: leaders,
  [actions.view]: field,
  [actions.oversee]: leaders,
  [actions.export]: leaders,
  [actions.results]: leaders,
  [actions.lookFull]: inCharge,
};
