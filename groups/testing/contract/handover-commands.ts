import * as z from 'zod/mini';
import type { CommandKind } from '#kernel/command/module.ts';
import { MOST_STROKES_TEXT } from '#kernel/custody/signature.ts';
import { instant } from '#kernel/time-id/instant.ts';
import { actions } from './access.ts';
import { DESTINATIONS } from './handover-rows.ts';

const id = z.uuid();
/** As scanned or typed; upper case, so that typing and scanning give one code. */
const code = z.string().check(z.trim(), z.toUpperCase(), z.minLength(1), z.maxLength(40));
const words = z.string().check(z.trim(), z.maxLength(40));
const name = z.string().check(z.trim(), z.minLength(1), z.maxLength(40));
const tubes = z.int().check(z.gte(0), z.lte(2000));
const boxes = z.array(z.strictObject({ code, tubes })).check(z.maxLength(30));
const someBoxes = boxes.check(z.minLength(1));
const destination = z.enum(DESTINATIONS);
const signer = z.strictObject({
  name,
  organisation: words,
  plate: words,
  drawing: z.string().check(z.maxLength(MOST_STROKES_TEXT)),
});
const paperSigner = z.strictObject({ name, organisation: words, plate: words });

/** What a sealing may say besides: absent in what phones of an earlier version send. */
export const sealExtras = {
  /** As printed on the seal. */
  sealNumber: z.optional(z.string().check(z.trim(), z.toUpperCase(), z.maxLength(40))),
  /** Of the box's inside, °C, to a tenth. */
  temperature: z.optional(z.number().check(z.gte(-100), z.lte(100))),
} as const;

export const handoverBodies = {
  /** One person's count. `counterName`: a second person without an account, on this person's phone. */
  'testing.count-box': z.strictObject({
    roundId: id,
    countId: id,
    boxCode: code,
    tubes,
    counterName: z.optional(name),
  }),
  /**
   * Boxes leave the hand of the author. With `receiver` the other side signed with a finger on this screen; without,
   * a member confirms on his or her own phone by the code.
   */
  'testing.give-boxes': z.strictObject({
    roundId: id,
    sideId: id,
    code,
    destination,
    boxes: someBoxes,
    /** With the finger's signature: its own id. */
    receiver: z.optional(z.strictObject({ sideId: id, signer })),
  }),
  /** The author has received what the code stands for. `boxes` empty: the code was typed, the giver's boxes are meant. */
  'testing.take-boxes': z.strictObject({
    roundId: id,
    sideId: id,
    code,
    destination,
    boxes,
    boxCount: z.int().check(z.gte(0), z.lte(200)),
    tubeCount: z.int().check(z.gte(0), z.lte(10_000)),
  }),
  /** One or both sides as they signed on paper, entered afterwards with the time on it. */
  'testing.record-handover': z
    .strictObject({
      roundId: id,
      code,
      destination,
      boxes: someBoxes,
      /** Epoch ms. */
      handedAt: instant,
      given: z.nullable(z.strictObject({ sideId: id, signer: paperSigner })),
      received: z.nullable(z.strictObject({ sideId: id, signer: paperSigner })),
    })
    .check(
      z.refine((body) => body.given !== null || body.received !== null, {
        error: 'at least one side signed',
        path: ['received'],
      }),
    ),
  /** A hand-over that did not happen, or was entered wrongly: both sides no longer stand. */
  'testing.void-handover': z.strictObject({
    roundId: id,
    code,
    note: z.string().check(z.trim(), z.maxLength(200)),
  }),
} as const;

const kind = (
  name: keyof typeof handoverBodies,
  nature: CommandKind['nature'],
  action: CommandKind['action'],
): CommandKind => ({ nature, action, v: 1, body: handoverBodies[name] });

export const handoverKinds = {
  'testing.count-box': kind('testing.count-box', 'fact', actions.pack),
  'testing.give-boxes': kind('testing.give-boxes', 'fact', actions.pack),
  'testing.take-boxes': kind('testing.take-boxes', 'fact', actions.pack),
  'testing.record-handover': kind('testing.record-handover', 'fact', actions.pack),
  'testing.void-handover': kind('testing.void-handover', 'wish', actions.settle),
} as const;
