import * as z from 'zod/mini';
import type { Command } from '#kernel/command/command.ts';
import type { CommandKind } from '#kernel/command/module.ts';
import { instant } from '#kernel/time-id/instant.ts';
import { actions } from './access.ts';
import { PASS_FORMS, PASS_KINDS, QUOTA_RULES, REVOKE_REASONS, SUSPEND_REASONS } from './rows.ts';

/** Passes one command names at most: a whole building at once, and a gate never waits for it. */
export const MOST_AT_ONCE = 500;

const id = z.uuid();
const note = z.string().check(z.trim(), z.maxLength(200));
const several = <T extends z.core.$ZodType>(item: T) =>
  z.array(item).check(z.minLength(1), z.maxLength(MOST_AT_ONCE));
const passIds = several(id);

/** Which holder a kind needs is for `decide` to say. */
const newPass = z.strictObject({
  passId: id,
  residentId: z.nullable(id),
  householdId: z.nullable(id),
  memberId: z.nullable(id),
  label: z.nullable(z.string().check(z.trim(), z.minLength(1), z.maxLength(40))),
  /** As somebody types it: `decide` reads it. */
  plate: z.nullable(z.string().check(z.trim(), z.maxLength(20))),
});

export const bodies = {
  'passes.issue': z.strictObject({
    kind: z.enum(PASS_KINDS),
    compoundIds: z.array(id).check(z.maxLength(50)),
    quota: z.enum(QUOTA_RULES),
    form: z.enum(PASS_FORMS),
    validFrom: instant,
    validUntil: instant,
    passes: several(newPass),
  }),
  /** Good until then; also shorter. */
  'passes.extend': z.strictObject({ passIds, validUntil: instant }),
  /** Lost paper, a link that was forwarded: what was handed out stops, the pass goes on and is handed out anew. */
  'passes.renew': z.strictObject({ passIds }),
  'passes.revoke': z.strictObject({ passIds, reason: z.enum(REVOKE_REASONS), note }),
  'passes.suspend': z.strictObject({ passIds, reason: z.enum(SUSPEND_REASONS), note }),
  'passes.lift': z.strictObject({ passIds }),
  /** It was printed or its link handed out: with the key in use then. */
  'passes.record-printed': z.strictObject({ passIds }),
} as const;

export type PassesCommandKind = keyof typeof bodies;
export type PassesBody<K extends PassesCommandKind> = z.output<(typeof bodies)[K]>;
export type PassesCommand = {
  [K in PassesCommandKind]: Command<K, PassesBody<K>>;
}[PassesCommandKind];

const wish = (kind: PassesCommandKind, action: string): CommandKind => ({
  nature: 'wish',
  action,
  v: 1,
  body: bodies[kind],
});

export const kinds = {
  'passes.issue': wish('passes.issue', actions.issue),
  'passes.extend': wish('passes.extend', actions.issue),
  'passes.renew': wish('passes.renew', actions.issue),
  'passes.revoke': wish('passes.revoke', actions.revoke),
  'passes.suspend': wish('passes.suspend', actions.revoke),
  'passes.lift': wish('passes.lift', actions.revoke),
  'passes.record-printed': { ...wish('passes.record-printed', actions.issue), nature: 'fact' },
} as const satisfies Record<PassesCommandKind, CommandKind>;
