import * as z from 'zod/mini';
import { ZONE_STATUSES } from '#core/zones/contract.ts';
import type { CommandKind } from '#kernel/command/module.ts';
import { instant } from '#kernel/time-id/instant.ts';
import { actions } from './access.ts';
import { callUpBodies, callUpKinds } from './call-up-commands.ts';
import { followUpBodies, followUpKinds } from './follow-up-commands.ts';
import { handoverBodies, handoverKinds, sealExtras } from './handover-commands.ts';
import { lookBodies } from './look-commands.ts';
import { missedBodies, missedKinds } from './missed-commands.ts';
import { reconcileBodies, reconcileKinds } from './reconcile-commands.ts';
import { roundPlan } from './round-plan.ts';
import { CLOSE_REASONS, EXCUSES, LAB_OUTCOMES, METHODS, MOST_LISTED } from './rows.ts';
import { samplingBodies } from './sampling-commands.ts';
import { setUpBodies, setUpKinds } from './set-up-commands.ts';
import { RESOLUTIONS } from './settlement.ts';
import { supplyBodies, supplyKinds } from './supply-commands.ts';

export type { SitePlan } from './round-plan.ts';

const id = z.uuid();
const note = z.string().check(z.trim(), z.maxLength(200));
/** As scanned or typed; upper case, so that typing and scanning give one code. */
const code = z.string().check(z.trim(), z.toUpperCase(), z.minLength(1), z.maxLength(40));

/** The last three may be left out. */
const scope = z.strictObject({
  compoundIds: z.array(id).check(z.maxLength(50)),
  buildingIds: z.array(id).check(z.maxLength(500)),
  entranceIds: z.optional(z.array(id).check(z.maxLength(1000))),
  zones: z.optional(z.array(z.enum(ZONE_STATUSES)).check(z.maxLength(ZONE_STATUSES.length))),
  residentIds: z.optional(z.array(id).check(z.maxLength(MOST_LISTED))),
});
const expectation = {
  roundId: id,
  residentIds: z.array(id).check(z.minLength(1), z.maxLength(500)),
};

export const bodies = {
  ...samplingBodies,
  ...missedBodies,
  ...setUpBodies,
  ...followUpBodies,
  'testing.create-round': z.strictObject({ roundId: id, ...roundPlan, scope }),
  /** Absent fields stay. In an open round only the name and the sites may change. */
  'testing.change-round': z.strictObject({
    roundId: id,
    name: z.optional(roundPlan.name),
    mode: z.optional(roundPlan.mode),
    poolRatio: z.optional(roundPlan.poolRatio),
    scope: z.optional(scope),
    tubeSeries: z.optional(roundPlan.tubeSeries),
    sites: z.optional(roundPlan.sites),
  }),
  /** Freezes the list of awaited people from the register. */
  'testing.open-round': z.strictObject({ roundId: id }),
  'testing.set-expectation': z.discriminatedUnion('status', [
    z.strictObject({ ...expectation, status: z.literal('expected') }),
    z.strictObject({ ...expectation, status: z.literal('away'), reason: z.enum(EXCUSES) }),
    z.strictObject({ ...expectation, status: z.literal('exempt'), reason: z.enum(EXCUSES) }),
  ]),
  /** One scan, two facts: the person came, and the swab is in the tube. Opens the tube when it is new. */
  'testing.sample': z
    .strictObject({
      roundId: id,
      sampleId: id,
      checkInId: id,
      residentId: z.nullable(id),
      /** What was read when it belongs to nobody known; null beside a resident. */
      codeText: z.nullable(z.string().check(z.trim(), z.minLength(1), z.maxLength(80))),
      tubeId: id,
      tubeCode: code,
      laneId: id,
      method: z.enum(METHODS),
      /** A tube of his or her own in a pooled round; said when the tube is new. */
      single: z.optional(z.literal(true)),
      /** Epoch ms, of paper alone: when the swab was taken. Whoever enters it answers for it at the time of entering. */
      takenAt: z.optional(instant),
    })
    .check(
      z.refine((body) => (body.takenAt !== undefined) === (body.method === 'paper'), {
        error: 'paper, and only paper, has a time of its own',
        path: ['takenAt'],
      }),
      z.refine((body) => (body.residentId === null) !== (body.codeText === null), {
        error: 'either a resident or the code that was read',
        path: ['residentId'],
      }),
    ),
  'testing.close-tube': z.strictObject({ roundId: id, tubeId: id, reason: z.enum(CLOSE_REASONS), note }),
  /** Its author's, within minutes. `keepCheckIn`: the person came and was not sampled. */
  'testing.undo-sample': z.strictObject({ roundId: id, sampleId: id, keepCheckIn: z.boolean() }),
  'testing.void-sample': z.strictObject({ roundId: id, sampleId: id, keepCheckIn: z.boolean(), note }),
  /** Tubes scanned into a box; the box is opened when it is new. */
  'testing.pack-tubes': z.strictObject({
    roundId: id,
    boxId: id,
    boxCode: code,
    tubes: z.array(z.strictObject({ packingId: id, code })).check(z.minLength(1), z.maxLength(200)),
  }),
  'testing.unpack-tube': z.strictObject({ roundId: id, packingId: id }),
  'testing.seal-box': z.strictObject({ roundId: id, boxId: id, boxCode: code, ...sealExtras }),
  /** Lists the phones that have not synced and that the leader closes without. */
  'testing.close-round': z.strictObject({
    roundId: id,
    acknowledgedDeviceIds: z.array(id).check(z.maxLength(1000)),
  }),
  /** Lines of a laboratory's sheet. A line that says what is known already changes nothing. */
  'testing.record-results': z.strictObject({
    roundId: id,
    results: z
      .array(
        z.strictObject({
          resultId: id,
          tubeCode: code,
          outcome: z.enum(LAB_OUTCOMES),
          note,
          reportedAt: z.nullable(instant),
        }),
      )
      .check(z.minLength(1), z.maxLength(500)),
  }),
  'testing.settle': z.strictObject({
    roundId: id,
    discrepancyId: id,
    resolution: z.enum(RESOLUTIONS),
    note,
    /** With `identify`. */
    residentId: z.optional(id),
    /** The true code, with `rename-first` and `rename-second`. */
    code: z.optional(code),
  }),
  ...callUpBodies,
  ...supplyBodies,
  ...handoverBodies,
  ...reconcileBodies,
  ...lookBodies,
} as const;

export type TestingBodies = { [K in keyof typeof bodies]: z.infer<(typeof bodies)[K]> };
export type TestingCommandKind = keyof TestingBodies;

const kind = (
  name: TestingCommandKind,
  nature: CommandKind['nature'],
  action: CommandKind['action'],
): CommandKind => ({ nature, action, v: 1, body: bodies[name] });

export const kinds: Readonly<Record<TestingCommandKind, CommandKind>> = {
  ...missedKinds,
  ...followUpKinds,
  'testing.create-round': kind('testing.create-round', 'wish', actions.plan),
  'testing.change-round': kind('testing.change-round', 'wish', actions.plan),
  'testing.open-round': kind('testing.open-round', 'wish', actions.plan),
  'testing.set-expectation': kind('testing.set-expectation', 'wish', actions.plan),
  'testing.sample': kind('testing.sample', 'fact', actions.sample),
  'testing.record-refusal': kind('testing.record-refusal', 'fact', actions.sample),
  'testing.record-carer': kind('testing.record-carer', 'fact', actions.sample),
  'testing.spoil': kind('testing.spoil', 'fact', actions.sample),
  'testing.correct-tube': kind('testing.correct-tube', 'wish', actions.sample),
  'testing.correct-tube-later': kind('testing.correct-tube-later', 'wish', actions.settle),
  'testing.close-tube': kind('testing.close-tube', 'fact', actions.sample),
  'testing.undo-sample': kind('testing.undo-sample', 'wish', actions.sample),
  'testing.void-sample': kind('testing.void-sample', 'wish', actions.settle),
  'testing.pack-tubes': kind('testing.pack-tubes', 'fact', actions.pack),
  'testing.unpack-tube': kind('testing.unpack-tube', 'wish', actions.pack),
  'testing.seal-box': kind('testing.seal-box', 'fact', actions.pack),
  'testing.record-results': kind('testing.record-results', 'fact', actions.results),
  'testing.close-round': kind('testing.close-round', 'wish', actions.close),
  'testing.settle': kind('testing.settle', 'wish', actions.settle),
  ...callUpKinds,
  ...supplyKinds,
  ...handoverKinds,
  ...reconcileKinds,
  ...setUpKinds,
  'testing.look-records': kind('testing.look-records', 'wish', actions.lookFull),
  'testing.look-contacts': kind('testing.look-contacts', 'wish', actions.lookFull),
  'testing.print-contacts': kind('testing.print-contacts', 'wish', actions.results),
};
