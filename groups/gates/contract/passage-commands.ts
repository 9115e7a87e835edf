import * as z from 'zod/mini';
import type { CommandKind } from '#kernel/command/module.ts';
import { fileRef } from '#kernel/files/schema.ts';
import { actions } from './access.ts';
import { DIRECTIONS, EMERGENCIES, OUTCOMES, SUBJECTS } from './rows.ts';
import { RESOLUTIONS } from './settlement.ts';

const id = z.uuid();
const note = z.string().check(z.trim(), z.maxLength(200));

export const passageBodies = {
  /**
   * Somebody came to the gate, and this came of it. Ids are of what was known at the gate; the household is the one
   * the phone knew, and the register's word stands before it.
   */
  'gates.record-passage': z
    .strictObject({
      passageId: id,
      gateId: id,
      laneId: z.nullable(id),
      direction: z.enum(DIRECTIONS),
      subject: z.enum(SUBJECTS),
      residentId: z.nullable(id),
      householdId: z.nullable(id),
      passId: z.nullable(id),
      visitId: z.nullable(id),
      outcome: z.enum(OUTCOMES),
      /** The rule that the phone decided by. */
      rule: z.string().check(z.minLength(1), z.maxLength(40)),
      reason: z.nullable(z.enum(EMERGENCIES)),
      note,
      photo: z.nullable(fileRef),
    })
    .check(
      z.refine((body) => (body.outcome === 'emergency') === (body.reason !== null), {
        error: 'an emergency, and only one, has a reason',
        path: ['reason'],
      }),
      z.refine(
        ({ subject, residentId, passId, visitId }) =>
          (subject !== 'resident' || residentId !== null) &&
          (subject !== 'pass' || passId !== null) &&
          (subject !== 'visit' || visitId !== null),
        { error: 'a subject has its id', path: ['subject'] },
      ),
    ),
  /** Its author's, within minutes. */
  'gates.undo-passage': z.strictObject({ passageId: id }),
  /** A leader's. */
  'gates.void-passage': z.strictObject({ passageId: id, note }),
  'gates.settle': z.strictObject({ discrepancyId: id, resolution: z.enum(RESOLUTIONS), note }),
} as const;

const kind = (
  name: keyof typeof passageBodies,
  nature: CommandKind['nature'],
  action: CommandKind['action'],
): CommandKind => ({ nature, action, v: 1, body: passageBodies[name] });

export const passageKinds = {
  'gates.record-passage': kind('gates.record-passage', 'fact', actions.pass),
  'gates.undo-passage': kind('gates.undo-passage', 'wish', actions.pass),
  'gates.void-passage': kind('gates.void-passage', 'wish', actions.settle),
  'gates.settle': kind('gates.settle', 'wish', actions.settle),
} as const;
