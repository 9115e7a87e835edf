import * as z from 'zod/mini';
import type { CommandKind } from '#kernel/command/module.ts';
import { instant } from '#kernel/time-id/instant.ts';
import { actions } from './access.ts';
import { EMERGENCIES, OUTCOMES } from './rows.ts';
import { MOST_TOGETHER, VISIT_KINDS } from './visit-rows.ts';

const id = z.uuid();
/** As written; what it can be is judged by the rules, so that a fact is never lost to a slip of the finger. */
const plate = z.string().check(z.trim(), z.minLength(1), z.maxLength(20));

export const visitBodies = {
  /** Somebody who does not live here came: the visit, and its passage through the gate. */
  'gates.register-visit': z
    .strictObject({
      visitId: id,
      passageId: id,
      gateId: id,
      laneId: z.nullable(id),
      kind: z.enum(VISIT_KINDS),
      /** Both null: to no building. */
      buildingId: z.nullable(id),
      entranceId: z.nullable(id),
      room: z.string().check(z.trim(), z.maxLength(20)),
      people: z.int().check(z.minimum(1), z.maximum(MOST_TOGETHER)),
      name: z.nullable(z.string().check(z.trim(), z.minLength(1), z.maxLength(40))),
      phoneTail: z.nullable(z.string().check(z.regex(/^\d{4}$/))),
      plate: z.nullable(plate),
      outcome: z.enum(OUTCOMES),
      /** The rule that the phone decided by. */
      rule: z.string().check(z.minLength(1), z.maxLength(40)),
      reason: z.nullable(z.enum(EMERGENCIES)),
    })
    .check(
      z.refine((body) => (body.outcome === 'emergency') === (body.reason !== null), {
        error: 'an emergency, and only one, has a reason',
        path: ['reason'],
      }),
      z.refine((body) => body.entranceId === null || body.buildingId !== null, {
        error: 'an entrance lies in a building',
        path: ['entranceId'],
      }),
    ),
  /** They left. Without a visit by the plate: an exit that never heard of them, where the server may know the plate. */
  'gates.end-visit': z
    .strictObject({
      passageId: id,
      gateId: id,
      laneId: z.nullable(id),
      visitId: z.nullable(id),
      plate: z.nullable(plate),
    })
    .check(
      z.refine((body) => body.visitId !== null || body.plate !== null, {
        error: 'the visit or the plate',
        path: ['visitId'],
      }),
    ),
  /** They stay longer than was expected; epoch ms. */
  'gates.extend-visit': z.strictObject({ visitId: id, until: instant }),
  /** Full names of those inside a building. The command's id opens them for half an hour, to its author. */
  'gates.look-inside': z.strictObject({
    buildingId: id,
    reason: z.string().check(z.trim(), z.minLength(2), z.maxLength(200)),
  }),
} as const;

const kind = (
  name: keyof typeof visitBodies,
  nature: CommandKind['nature'],
  action: CommandKind['action'],
): CommandKind => ({ nature, action, v: 1, body: visitBodies[name] });

export const visitKinds = {
  'gates.register-visit': kind('gates.register-visit', 'fact', actions.pass),
  'gates.end-visit': kind('gates.end-visit', 'fact', actions.pass),
  'gates.extend-visit': kind('gates.extend-visit', 'wish', actions.pass),
  'gates.look-inside': kind('gates.look-inside', 'wish', actions.oversee),
} as const;
