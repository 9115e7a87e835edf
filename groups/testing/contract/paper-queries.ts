import { oc } from '@orpc/contract';
import * as z from 'zod/mini';
import { METHODS } from './rows.ts';

const text = z.string();

/** Somebody a paper list may name, masked as on a phone, with what finds him or her by room, pinyin or code. */
export const paperPerson = z.object({
  id: text,
  compound: text,
  building: text,
  entrance: z.nullable(text),
  room: text,
  sort: text,
  nameMask: text,
  pinyin: text,
});
export type PaperPerson = z.infer<typeof paperPerson>;

/** A swab that stands already. */
export const takenSwab = z.object({
  residentId: text,
  tubeCode: text,
  at: z.int(),
  method: z.enum(METHODS),
});
export type TakenSwab = z.infer<typeof takenSwab>;

/** Merged into the module's queries. */
export const paperQueries = {
  /** What entering a paper list needs: who may stand on it and who is in a tube already. Action `testing:plan`. */
  paper: oc
    .input(z.object({ roundId: z.uuid() }))
    .output(z.object({ people: z.array(paperPerson), taken: z.array(takenSwab) })),
};
