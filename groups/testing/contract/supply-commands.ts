import * as z from 'zod/mini';
import type { CommandKind } from '#kernel/command/module.ts';
import { actions } from './access.ts';
import { LANE_DEEDS, SUPPLY_KINDS } from './supply-rows.ts';

const id = z.uuid();
const note = z.string().check(z.trim(), z.maxLength(200));
interface Named {
  readonly kind: string;
  readonly name: string;
}
const named = z.refine<Named>((item) => (item.kind === 'other') === (item.name !== ''), {
  error: 'other supplies, and only they, have a name',
  path: ['name'],
});
const kindOf = {
  kind: z.enum(SUPPLY_KINDS),
  name: z.string().check(z.trim(), z.maxLength(20)),
};
/** Nothing left, and nothing to hand out, are words as well. */
const quantity = z.int().check(z.gte(0), z.lte(100_000));

export const supplyBodies = {
  /** Handed out by the post, to one lane or to many. */
  'testing.issue-supplies': z.strictObject({
    roundId: id,
    items: z
      .array(z.strictObject({ entryId: id, laneId: id, ...kindOf, quantity }).check(named))
      .check(z.minLength(1), z.maxLength(500)),
    note,
  }),
  /** What the lane itself says. */
  'testing.record-supplies': z.strictObject({
    roundId: id,
    laneId: id,
    deed: z.enum(LANE_DEEDS),
    items: z
      .array(z.strictObject({ entryId: id, ...kindOf, quantity }).check(named))
      .check(z.minLength(1), z.maxLength(50)),
    note,
  }),
  /** Its author's, within minutes. */
  'testing.undo-supply': z.strictObject({ roundId: id, entryId: id }),
  'testing.void-supply': z.strictObject({ roundId: id, entryId: id, note }),
} as const;

const kind = (
  name: keyof typeof supplyBodies,
  nature: CommandKind['nature'],
  action: CommandKind['action'],
): CommandKind => ({ nature, action, v: 1, body: supplyBodies[name] });

export const supplyKinds = {
  'testing.issue-supplies': kind('testing.issue-supplies', 'fact', actions.plan),
  'testing.record-supplies': kind('testing.record-supplies', 'fact', actions.sample),
  'testing.undo-supply': kind('testing.undo-supply', 'wish', actions.sample),
  'testing.void-supply': kind('testing.void-supply', 'wish', actions.settle),
} as const;
