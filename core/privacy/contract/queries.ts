import { oc } from '@orpc/contract';
import * as z from 'zod/mini';
import { BASES } from '#kernel/personal-data/declaration.ts';
import { PAPER_KINDS } from './papers.ts';

const said = z.object({ 'zh-CN': z.string(), en: z.string() });

const kindRow = z.object({
  kind: z.string(),
  sensitive: z.boolean(),
  name: said,
  purpose: said,
  seenBy: said,
  bases: z.array(z.enum(BASES)),
  rows: z.int(),
  /** Than these rows: too many to count while somebody waits. */
  more: z.boolean(),
  keeping: z.union([
    z.object({
      setting: z.string(),
      days: z.number(),
      counted: said,
      /** Rows past their time now. */
      expired: z.int(),
      expiredMore: z.boolean(),
      /** When the next row comes to its time, epoch ms; null while none is counted. */
      next: z.nullable(z.int()),
    }),
    z.object({ until: said }),
  ]),
});
export type KindView = z.output<typeof kindRow>;

const paper = z.object({
  id: z.string(),
  kind: z.enum(PAPER_KINDS),
  number: z.int(),
  fields: z.record(z.string(), z.string()),
  savedAt: z.int(),
  savedBy: z.string(),
  savedByName: z.nullable(z.string()),
});
export type PaperView = z.output<typeof paper>;

const keys = z.object({
  /** Of the area's own keys and of what the server keeps beside them. */
  fingerprint: z.string(),
  versions: z.array(z.object({ version: z.int(), from: z.int(), logOnly: z.boolean() })),
  rotating: z.boolean(),
  /** The last copy of these very keys that somebody confirmed. */
  backup: z.nullable(z.object({ at: z.int(), place: z.string(), by: z.nullable(z.string()) })),
  /** When a copy of earlier keys was confirmed; it does not hold what came since. */
  outdated: z.nullable(z.int()),
});
export type KeysView = z.output<typeof keys>;

const backup = z.object({
  /** Epoch ms of the newest backup's snapshot; null before the first. */
  at: z.nullable(z.int()),
  /** So old may it be. */
  hours: z.number(),
  late: z.boolean(),
});
export type BackupView = z.output<typeof backup>;

export const queries = {
  /** Every kind of personal data with its rows and terms. Action `privacy:read`. */
  kinds: oc
    .route({ method: 'GET', path: '/privacy/kinds', tags: ['privacy'] })
    .output(z.object({ kinds: z.array(kindRow) })),
  /** Editions of a paper, newest first. Action `privacy:read`. */
  papers: oc
    .route({ method: 'GET', path: '/privacy/papers', tags: ['privacy'] })
    .input(z.object({ kind: z.enum(PAPER_KINDS) }))
    .output(z.object({ editions: z.array(paper) })),
  /** Whether the area's notice is confirmed, for screens that take data in. Action `privacy:read`. */
  notice: oc
    .route({ method: 'GET', path: '/privacy/notice', tags: ['privacy'] })
    .output(z.object({ confirmed: z.boolean() })),
  /** The area's keys and their copy. Action `privacy:read`. */
  keys: oc.route({ method: 'GET', path: '/privacy/keys', tags: ['privacy'] }).output(keys),
  /** How old the newest backup of the whole house is. Action `privacy:read`. */
  backup: oc.route({ method: 'GET', path: '/privacy/backup', tags: ['privacy'] }).output(backup),
  /** How many at work have promised confidentiality. Action `privacy:read`. */
  undertakings: oc
    .route({ method: 'GET', path: '/privacy/undertakings', tags: ['privacy'] })
    .output(z.object({ accepted: z.int(), members: z.int() })),
};
