import * as z from 'zod/mini';
import { instant } from '#kernel/time-id/instant.ts';
import { PLACE_KINDS, ZONE_STATUSES } from './rows.ts';

const id = z.uuid();
const said = z.object({ 'zh-CN': z.string(), en: z.string() });

/** The change that is asked about, before anybody confirms it. */
export const consequencesOf = z.discriminatedUnion('change', [
  z.object({
    change: z.literal('set'),
    placeKind: z.enum(PLACE_KINDS),
    placeId: id,
    status: z.enum(ZONE_STATUSES),
    from: instant,
    until: z.nullable(instant),
  }),
  z.object({ change: z.literal('end'), statusId: id, at: instant }),
  z.object({ change: z.literal('withdraw'), statusId: id }),
]);
export type ConsequencesOf = z.output<typeof consequencesOf>;

export const foreseen = z.object({
  /** From when it would be so: not before now. Epoch ms. */
  at: z.int(),
  /** Living places that shift alike, with what each module says of it; empty: nothing is different then. */
  shifts: z.array(
    z.object({
      before: z.enum(ZONE_STATUSES),
      after: z.enum(ZONE_STATUSES),
      /** Whole buildings, and those of which only some entrances shift. */
      buildings: z.int(),
      entrances: z.int(),
      /** Modules that have nothing to say are left out. */
      modules: z.array(
        z.object({ name: said, lines: z.array(z.object({ said, to: z.nullable(z.string()) })) }),
      ),
    }),
  ),
});
export type Foreseen = z.output<typeof foreseen>;
