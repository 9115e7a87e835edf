import { oc } from '@orpc/contract';
import * as z from 'zod/mini';
import { GROUPS } from '#core/accounts/contract.ts';
import { CHIPS, DEEDS } from './rows.ts';

const made = { id: z.string(), at: z.int(), by: z.string(), byName: z.string() } as const;
const readingView = z.object(made);
const noteView = z.object({
  ...made,
  place: z.string(),
  chips: z.array(z.enum(CHIPS)),
  text: z.nullable(z.string()),
  /** Who took it over first, another than its author; null while nobody has. */
  takenOver: z.nullable(readingView),
  late: z.boolean(),
});
const pointView = z.object({
  ...made,
  place: z.string(),
  text: z.nullable(z.string()),
  dueAt: z.nullable(z.int()),
  state: z.enum(['open', 'done']),
  late: z.boolean(),
  deeds: z.array(z.object({ ...made, what: z.enum(DEEDS), note: z.nullable(z.string()) })),
});
export type NoteView = z.output<typeof noteView>;
export type PointView = z.output<typeof pointView>;

export const handoversQueries = {
  /** A group's notes of the last fortnight, newest first, and its points: open ones whatever their age. Full names. */
  board: oc
    .route({ method: 'GET', path: '/handovers/board', tags: ['handovers'] })
    .input(z.object({ group: z.enum(GROUPS) }))
    .output(z.object({ notes: z.array(noteView), points: z.array(pointView) })),
};
