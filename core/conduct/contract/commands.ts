import * as z from 'zod/mini';
import { GROUPS } from '#core/accounts/contract.ts';
import type { Command } from '#kernel/command/command.ts';
import type { CommandKind } from '#kernel/command/module.ts';
import { videoRef } from '#kernel/files/schema.ts';
import { CHANGES, QUESTION_KINDS } from './rows.ts';
import { actions } from './rules.ts';

const id = z.uuid();
const words = (longest: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(longest));
const perhaps = (longest: number) => z.string().check(z.trim(), z.maxLength(longest));

/** A code of more than thirty points is read by nobody; a quiz of more than thirty questions is sat by nobody. */
export const MOST_POINTS = 30;
export const MOST_QUESTIONS = 30;
export const MOST_OPTIONS = 6;

const point = z.strictObject({ id, title: words(60), text: perhaps(500) });
const option = z.strictObject({ id, text: words(120) });
const question = z.strictObject({
  id,
  kind: z.enum(QUESTION_KINDS),
  text: words(200),
  options: z.array(option).check(z.minLength(2), z.maxLength(MOST_OPTIONS)),
  right: z.array(id).check(z.minLength(1), z.maxLength(MOST_OPTIONS)),
  pointId: z.nullable(id),
});

export const bodies = {
  /** Makes a draft or writes it anew, whole. */
  'conduct.draft-code': z.strictObject({
    codeId: id,
    group: z.enum(GROUPS),
    title: words(60),
    points: z.array(point).check(z.maxLength(MOST_POINTS)),
    questions: z.array(question).check(z.maxLength(MOST_QUESTIONS)),
    video: z.nullable(z.strictObject({ file: videoRef, name: words(120) })),
  }),
  'conduct.drop-draft': z.strictObject({ codeId: id }),
  'conduct.publish-code': z.strictObject({ codeId: id, change: z.enum(CHANGES), note: perhaps(200) }),
  /** The group has no code from then on; the one before does not come back. */
  'conduct.withdraw-code': z.strictObject({ codeId: id, reason: words(200) }),
  'conduct.take-quiz': z.strictObject({
    attemptId: id,
    codeId: id,
    answers: z
      .array(z.strictObject({ questionId: id, optionIds: z.array(id).check(z.maxLength(MOST_OPTIONS)) }))
      .check(z.maxLength(MOST_QUESTIONS)),
  }),
  'conduct.acknowledge': z.strictObject({ acknowledgementId: id, codeId: id }),
} as const;

export type ConductKind = keyof typeof bodies;
export type ConductBody<K extends ConductKind> = z.output<(typeof bodies)[K]>;
export type ConductCommand = { [K in ConductKind]: Command<K, ConductBody<K>> }[ConductKind];

const kind = (name: ConductKind, nature: 'fact' | 'wish', action: string): CommandKind => ({
  nature,
  action,
  v: 1,
  body: bodies[name],
});

export const kinds: Readonly<Record<ConductKind, CommandKind>> = {
  'conduct.draft-code': kind('conduct.draft-code', 'wish', actions.write),
  'conduct.drop-draft': kind('conduct.drop-draft', 'wish', actions.write),
  'conduct.publish-code': kind('conduct.publish-code', 'wish', actions.write),
  'conduct.withdraw-code': kind('conduct.withdraw-code', 'wish', actions.write),
  'conduct.take-quiz': kind('conduct.take-quiz', 'fact', actions.learn),
  'conduct.acknowledge': kind('conduct.acknowledge', 'fact', actions.learn),
};
