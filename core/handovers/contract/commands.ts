import * as z from 'zod/mini';
import { GROUPS } from '#core/accounts/contract.ts';
import type { Command } from '#kernel/command/command.ts';
import type { CommandKind } from '#kernel/command/module.ts';
import { instant } from '#kernel/time-id/instant.ts';
import { CHIPS, DEEDS } from './rows.ts';
import { actions } from './rules.ts';

const id = z.uuid();
const due = z.nullable(instant);
const words = z.string().check(z.trim(), z.minLength(1), z.maxLength(300));
const perhaps = (longest: number) => z.string().check(z.trim(), z.maxLength(longest));
const where = { group: z.enum(GROUPS), place: perhaps(80) } as const;
const left = z.strictObject({ pointId: id, text: words, dueAt: due });

export const bodies = {
  'handovers.write-note': z
    .strictObject({
      noteId: id,
      ...where,
      chips: z.array(z.enum(CHIPS)).check(z.maxLength(CHIPS.length)),
      text: perhaps(1000),
      points: z.array(left).check(z.maxLength(20)),
    })
    .check(z.refine(({ chips, text, points }) => chips.length + text.length + points.length > 0)),
  'handovers.confirm-note': z.strictObject({ readingId: id, noteId: id }),
  'handovers.add-point': z.strictObject({ pointId: id, ...where, text: words, dueAt: due }),
  'handovers.mark-point': z.strictObject({
    deedId: id,
    pointId: id,
    what: z.enum(DEEDS),
    note: perhaps(300),
  }),
} as const;

export type HandoversKind = keyof typeof bodies;
type HandoversBody<K extends HandoversKind> = z.output<(typeof bodies)[K]>;
export type HandoversCommand = { [K in HandoversKind]: Command<K, HandoversBody<K>> }[HandoversKind];

const fact = (name: HandoversKind): CommandKind => ({
  nature: 'fact',
  action: actions.work,
  v: 1,
  body: bodies[name],
});

/** All facts: they happened at the place, also when the phone tells of them a day later. */
export const kinds: Readonly<Record<HandoversKind, CommandKind>> = {
  'handovers.write-note': fact('handovers.write-note'),
  'handovers.confirm-note': fact('handovers.confirm-note'),
  'handovers.add-point': fact('handovers.add-point'),
  'handovers.mark-point': fact('handovers.mark-point'),
};
