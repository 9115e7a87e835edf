import * as z from 'zod/mini';
import type { CommandKind } from '#kernel/command/module.ts';
import { actions } from './access.ts';
import { GAP_KINDS, SIGNS_AS } from './reconcile-rows.ts';

const id = z.uuid();
const code = z.string().check(z.trim(), z.toUpperCase(), z.minLength(1), z.maxLength(40));
const note = z.string().check(z.trim(), z.maxLength(200));
/** A reason is asked for: whoever signs the summary reads it. */
const reason = z.string().check(z.trim(), z.minLength(1), z.maxLength(200));
const inRound = { roundId: id, note };

export const reconcileBodies = {
  /** What a leader does about a difference besides closing tubes and sealing boxes, which have commands of their own. */
  'testing.settle-gap': z.discriminatedUnion('way', [
    z.strictObject({
      roundId: id,
      way: z.literal('accept'),
      acceptanceId: id,
      kind: z.enum(GAP_KINDS),
      subject: z.string().check(z.minLength(1), z.maxLength(60)),
      said: z.string().check(z.maxLength(60)),
      note: reason,
    }),
    /** The tube was found and lies in that box. `boxId`: its id where the box is new. */
    z.strictObject({
      ...inRound,
      way: z.literal('pack-into'),
      tubeId: id,
      packingId: id,
      boxId: id,
      boxCode: code,
    }),
    /** Empty or spoilt: its people have to be sampled again. */
    z.strictObject({ ...inRound, way: z.literal('void-tube'), tubeId: id }),
    /** Came and left without a swab: not present after all. */
    z.strictObject({ ...inRound, way: z.literal('void-check-in'), sampleId: id }),
    z.strictObject({ ...inRound, way: z.literal('void-packing'), packingId: id }),
  ]),
  /** The figures of a closed round stand as they are, says the author. */
  'testing.sign-summary': z.strictObject({
    roundId: id,
    signatureId: id,
    hash: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
    signsAs: z.enum(SIGNS_AS),
  }),
} as const;

export const reconcileKinds: Readonly<Record<keyof typeof reconcileBodies, CommandKind>> = {
  'testing.settle-gap': {
    nature: 'wish',
    action: actions.settle,
    v: 1,
    body: reconcileBodies['testing.settle-gap'],
  },
  'testing.sign-summary': {
    nature: 'wish',
    action: actions.close,
    v: 1,
    body: reconcileBodies['testing.sign-summary'],
  },
};
