import * as z from 'zod/mini';
import type { CommandKind } from '#kernel/command/module.ts';
import { actions } from './access.ts';
import { LANE_DIRECTIONS } from './rows.ts';

const id = z.uuid();
const name = z.string().check(z.trim(), z.minLength(1), z.maxLength(40));
const minute = z.int().check(z.gte(0), z.lte(24 * 60));

const lanes = z
  .array(z.strictObject({ laneId: id, name, direction: z.enum(LANE_DIRECTIONS) }))
  .check(z.minLength(1), z.maxLength(20));
/** A gate's lanes, whole and in their order. */
export type LanePlan = z.infer<typeof lanes>;

/** Both or neither: from–until, minutes of the day. */
const hours = { openFrom: z.nullable(minute), openUntil: z.nullable(minute) };

export const gateBodies = {
  'gates.add-gate': z.strictObject({ gateId: id, name, compoundId: id, ...hours, lanes }),
  /** Whole: lanes left out of the list are given up. */
  'gates.change-gate': z.strictObject({ gateId: id, name, ...hours, lanes }),
  /** Given up for good; what passed there stays. */
  'gates.close-gate': z.strictObject({ gateId: id }),
  'gates.reopen-gate': z.strictObject({ gateId: id }),
} as const;

const kind = (name: keyof typeof gateBodies): CommandKind => ({
  nature: 'wish',
  action: actions.manage,
  v: 1,
  body: gateBodies[name],
});

export const gateKinds = {
  'gates.add-gate': kind('gates.add-gate'),
  'gates.change-gate': kind('gates.change-gate'),
  'gates.close-gate': kind('gates.close-gate'),
  'gates.reopen-gate': kind('gates.reopen-gate'),
} as const;
