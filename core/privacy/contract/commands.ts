import * as z from 'zod/mini';
import type { CommandKind } from '#kernel/command/module.ts';
import { PAPER_KINDS } from './papers.ts';
import { actions } from './rules.ts';

const id = z.uuid();
const words = (max: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(max));
const written = z.string().check(z.trim(), z.maxLength(4_000));

export const bodies = {
  /** A new edition of a paper; of the notice, its confirmation. */
  'privacy.save-paper': z.strictObject({
    paperId: id,
    kind: z.enum(PAPER_KINDS),
    fields: z.record(z.string().check(z.maxLength(40)), written),
  }),
  /** The author's own promise. */
  'privacy.accept-undertaking': z.strictObject({}),
  /** Takes up to 500 rows of a kind away that are past their time. */
  'privacy.remove-expired': z.strictObject({ kind: words(80) }),
  /** `place`: where the copy lies, in words; never the passphrase. */
  'privacy.confirm-key-backup': z.strictObject({
    backupId: id,
    fingerprint: z.string().check(z.regex(/^[0-9a-f]{16}$/)),
    place: words(200),
  }),
  'privacy.begin-key-rotation': z.strictObject({}),
  /** Seals the rows of a table behind `after`, up to `until`, again under the newest keys. */
  'privacy.reseal': z.strictObject({ table: words(80), after: z.nullable(id), until: id }),
  'privacy.end-key-rotation': z.strictObject({}),
} as const;

export type PrivacyCommandKind = keyof typeof bodies;
export type PrivacyBody<K extends PrivacyCommandKind> = z.output<(typeof bodies)[K]>;

const kind = <K extends PrivacyCommandKind>(
  name: K,
  action: string,
  nature: CommandKind['nature'],
): CommandKind => ({ nature, action, v: 1, body: bodies[name] });

export const kinds: Readonly<Record<PrivacyCommandKind, CommandKind>> = {
  'privacy.save-paper': kind('privacy.save-paper', actions.write, 'wish'),
  'privacy.accept-undertaking': kind('privacy.accept-undertaking', actions.promise, 'fact'),
  'privacy.remove-expired': kind('privacy.remove-expired', actions.remove, 'wish'),
  'privacy.confirm-key-backup': kind('privacy.confirm-key-backup', actions.confirmBackup, 'wish'),
  'privacy.begin-key-rotation': kind('privacy.begin-key-rotation', actions.rotateKeys, 'wish'),
  'privacy.reseal': kind('privacy.reseal', actions.rotateKeys, 'wish'),
  'privacy.end-key-rotation': kind('privacy.end-key-rotation', actions.rotateKeys, 'wish'),
};
