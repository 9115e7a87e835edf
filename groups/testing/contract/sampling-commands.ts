import * as z from 'zod/mini';
import { REFUSAL_KINDS, REFUSAL_REASONS, REFUSAL_REASONS_OF } from './refusal-rows.ts';
import { SPOIL_REASONS } from './sampling-rows.ts';

const id = z.uuid();
const note = z.string().check(z.trim(), z.maxLength(200));
const code = z.string().check(z.trim(), z.toUpperCase(), z.minLength(1), z.maxLength(40));

/** The tube was wrong: some of its swabs are in another one, or two tubes were taken for each other. */
const correctTube = z.discriminatedUnion('what', [
  z.strictObject({
    what: z.literal('move'),
    roundId: id,
    correctionId: id,
    /** All of one tube. */
    sampleIds: z.array(id).check(z.minLength(1), z.maxLength(50)),
    /** The right tube; its id where it is known, else a new one. */
    tubeId: id,
    tubeCode: code,
    /** Where a new tube stands; the lane of the wrong one where left out. */
    laneId: z.optional(id),
    note,
  }),
  z.strictObject({
    what: z.literal('swap'),
    roundId: id,
    correctionId: id,
    tubeId: id,
    otherTubeId: id,
    note,
  }),
]);

/** What is done at a lane or a door beside the swab itself. Merged into the module's bodies. */
export const samplingBodies = {
  /** Somebody of the list was not sampled, and why. A later word of the same person stands before this one. */
  'testing.record-refusal': z
    .strictObject({
      roundId: id,
      refusalId: id,
      residentId: id,
      kind: z.enum(REFUSAL_KINDS),
      reason: z.enum(REFUSAL_REASONS),
      note,
    })
    .check(
      z.refine(({ kind, reason }) => (REFUSAL_REASONS_OF[kind] as readonly string[]).includes(reason), {
        error: 'a reason that fits the kind',
        path: ['reason'],
      }),
    ),
  /** Who came along with the person of that sample. Said again, the later word stands. */
  'testing.record-carer': z.strictObject({ roundId: id, sampleId: id, carerId: id }),
  /** One swab, or with `sampleId` null everything in the tube, cannot be tested: its people are awaited again. */
  'testing.spoil': z.strictObject({
    roundId: id,
    spoilageId: id,
    tubeId: id,
    sampleId: z.nullable(id),
    reason: z.enum(SPOIL_REASONS),
    note,
  }),
  /** Its author's, within minutes. */
  'testing.correct-tube': correctTube,
  /** A leader's, while the tubes are in no sealed box and have no result. */
  'testing.correct-tube-later': correctTube,
} as const;
