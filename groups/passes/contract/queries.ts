import { oc } from '@orpc/contract';
import * as z from 'zod/mini';
import { sameForAll } from '#kernel/query/same-for-all.ts';
import { actions } from './access.ts';
import { PASS_FORMS, PASS_KINDS, QUOTA_RULES, REVOKE_REASONS, SUSPEND_REASONS } from './rows.ts';

/** What a pass is now, in the order it is asked. `zone`: it rests while the holder's building is in such a status. */
export const PASS_STATES = ['good', 'not-yet', 'suspended', 'zone', 'revoked', 'over'] as const;
export type PassState = (typeof PASS_STATES)[number];

/** Rows a list gives at most; more are narrowed by building, kind or state. */
export const MOST_LISTED = 1000;

const text = z.string();
const instant = z.int();
const maybe = z.nullable(text);

const passView = z.object({
  id: text,
  kind: z.enum(PASS_KINDS),
  state: z.enum(PASS_STATES),
  /** Who or what it is for, the name masked: `王**`, a household's room, a plate. */
  holder: text,
  /** Where the holder lives; null for those who do not live here. */
  place: maybe,
  buildingId: maybe,
  plate: maybe,
  form: z.enum(PASS_FORMS),
  quota: z.enum(QUOTA_RULES),
  /** Names of the compounds it opens; empty: all. */
  compounds: z.array(text),
  validFrom: instant,
  validUntil: instant,
  revokeReason: z.nullable(z.enum(REVOKE_REASONS)),
  suspendReason: z.nullable(z.enum(SUSPEND_REASONS)),
  note: text,
  printedAt: z.nullable(instant),
  /** What was printed or handed out opens no gate any more: renewed since, or signed by a key that was withdrawn. */
  printAnew: z.boolean(),
});
export type PassView = z.output<typeof passView>;

const listed = z.object({
  passes: z.array(passView),
  /** More than `MOST_LISTED` fit: these are the newest. */
  tooMany: z.boolean(),
});

const filter = z.object({
  kind: z.optional(z.enum(PASS_KINDS)),
  state: z.optional(z.enum(PASS_STATES)),
  buildingId: z.optional(z.uuid()),
  printAnew: z.optional(z.literal('1')),
});

const candidate = z.object({
  /** Of a person, or of a household where households are asked for. */
  id: text,
  holder: text,
  room: text,
  buildingId: text,
  building: text,
  compound: text,
  away: z.boolean(),
  /** Until when the pass that stands is good; null without one. */
  hasUntil: z.nullable(instant),
});
export type Candidate = z.output<typeof candidate>;

const signed = z.object({
  id: text,
  kind: z.enum(PASS_KINDS),
  form: z.enum(PASS_FORMS),
  quota: z.enum(QUOTA_RULES),
  holder: text,
  place: maybe,
  plate: maybe,
  compounds: z.array(text),
  validFrom: instant,
  validUntil: instant,
  /** As it stands in the QR code. */
  text,
  /** Of a pass for a phone: the secret of its rolling code, 16 bytes in hex; null on paper. */
  rollingKey: maybe,
});
export type SignedPass = z.output<typeof signed>;

const ids = z.array(z.uuid()).check(z.minLength(1), z.maxLength(500));

export const queries = {
  /** Passes, the newest first; those over are in only when asked for. Action `passes:oversee`. */
  list: oc
    .meta(sameForAll(actions.oversee))
    .route({ method: 'GET', path: '/passes', tags: ['passes'] })
    .input(filter)
    .output(listed),
  /** How many of each kind are in each state. Action `passes:oversee`. */
  counts: oc
    .meta(sameForAll(actions.oversee))
    .route({ method: 'GET', path: '/passes/counts', tags: ['passes'] })
    .output(
      z.object({
        counts: z.array(z.object({ kind: z.enum(PASS_KINDS), state: z.enum(PASS_STATES), count: z.int() })),
        printAnew: z.int(),
        longestDays: z.int(),
      }),
    ),
  /** Who of a building may get a pass, in address order. Action `passes:issue`. */
  candidates: oc
    .route({ method: 'GET', path: '/passes/candidates', tags: ['passes'] })
    .input(z.object({ buildingId: z.uuid(), by: z.enum(['person', 'household']) }))
    .output(z.object({ candidates: z.array(candidate) })),
  /** Those that are good or will be, signed now, to be printed or handed out. Action `passes:issue`. */
  signed: oc
    .route({ method: 'POST', path: '/passes/signed', tags: ['passes'] })
    .input(z.object({ passIds: ids }))
    .output(z.object({ passes: z.array(signed) })),
};
