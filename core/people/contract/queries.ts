import { oc } from '@orpc/contract';
import * as z from 'zod/mini';
import { sameForAll } from '#kernel/query/same-for-all.ts';
import { instant } from '#kernel/time-id/instant.ts';
import { byHandQueries } from './by-hand-queries.ts';
import { LOOK_FIELDS } from './commands.ts';
import { registerRow } from './register-row.ts';
import { actions } from './rules.ts';

export type { RegisterRow } from './register-row.ts';

const uuid = z.uuid();
const nullableText = z.nullable(z.string());

export const registerFilter = z.object({
  compoundId: z.optional(uuid),
  buildingId: z.optional(uuid),
  dwellingId: z.optional(uuid),
  /** Typed text, as in `search`. */
  text: z.optional(z.string().check(z.maxLength(60))),
  tag: z.optional(z.string().check(z.maxLength(40))),
  away: z.optional(z.boolean()),
  registeredElsewhere: z.optional(z.boolean()),
  missing: z.optional(z.enum(['idNumber', 'phone'])),
  /** Default false: living entries only. */
  ended: z.optional(z.boolean()),
});
export type RegisterFilter = z.infer<typeof registerFilter>;

export const REGISTER_SORTS = ['address', 'name', 'birthDate', 'changed'] as const;

const registerInput = z.object({
  filter: registerFilter,
  sort: z.enum(REGISTER_SORTS),
  descending: z.boolean(),
  offset: z.int().check(z.gte(0)),
  limit: z.int().check(z.gte(1), z.lte(500)),
});

/** A person found: masked for whoever may only search. */
export const found = z.object({
  id: z.string(),
  dwellingId: z.string(),
  name: z.string(),
  compound: z.string(),
  building: z.string(),
  entrance: nullableText,
  room: z.string(),
  away: z.boolean(),
  tags: z.array(z.string()),
});
export type Found = z.infer<typeof found>;

export const counts = z.object({
  buildings: z.array(
    z.object({
      buildingId: z.string(),
      households: z.int(),
      residents: z.int(),
      away: z.int(),
    }),
  ),
});

const look = z.object({
  id: z.string(),
  at: z.int(),
  actorId: z.string(),
  residentId: z.string(),
  name: z.string(),
  room: z.string(),
  fields: z.array(z.string()),
  reason: z.string(),
});
export type Look = z.infer<typeof look>;

/** A look at many at once, kept by another module. */
const listLook = z.object({
  id: z.string(),
  at: z.int(),
  actorId: z.string(),
  whom: z.string(),
  what: z.string(),
  people: z.int(),
  reason: z.string(),
});

/** oRPC, mounted at /rpc/people. */
export const queries = {
  ...byHandQueries,
  /** Filtered, sorted, paged. Action `people:read-register`. */
  registerList: oc
    .meta(sameForAll(actions.readRegister))
    .input(registerInput)
    .output(z.object({ rows: z.array(registerRow), total: z.int() })),
  /** Everybody registered at a dwelling, by household. Action `people:read-register`. */
  dwelling: oc
    .meta(sameForAll(actions.readRegister))
    .input(z.object({ dwellingId: uuid }))
    .output(z.object({ rows: z.array(registerRow) })),
  /** Problem `people.resident-unknown`. Action `people:read-register`. */
  resident: oc
    .meta(sameForAll(actions.readRegister))
    .input(z.object({ residentId: uuid }))
    .output(registerRow),
  /** Name, pinyin, initials or building-room typed any way; best first. Action `people:search`. */
  search: oc
    .input(z.object({ text: z.string().check(z.maxLength(60)), limit: z.int().check(z.gte(1), z.lte(50)) }))
    .output(z.object({ found: z.array(found) })),
  /** Living entries per building. Action `people:search`. */
  counts: oc.meta(sameForAll(actions.search)).output(counts),
  /** Tags in use with their numbers. Action `people:read-register`. */
  tags: oc
    .meta(sameForAll(actions.readRegister))
    .output(z.object({ tags: z.array(z.object({ tag: z.string(), residents: z.int() })) })),
  /**
   * The values a `people.look` opened, for its author, five minutes long.
   * Problems `people.look-unknown`, `people.look-expired`. Action `people:look`.
   */
  looked: oc
    .input(z.object({ lookId: uuid }))
    .output(z.object({ values: z.partialRecord(z.enum(LOOK_FIELDS), nullableText) })),
  /** Who looked at what and why, latest first. Action `people:read-looks`. */
  looks: oc
    .input(
      z.object({
        before: z.nullable(instant),
        limit: z.int().check(z.gte(1), z.lte(200)),
        /** What was looked at many at once is said in it. */
        language: z._default(z.enum(['zh-CN', 'en']), 'zh-CN'),
        /** Those of one looker, or at one resident; those at many at once have no one resident. */
        actorId: z.optional(z.string().check(z.maxLength(60))),
        residentId: z.optional(uuid),
      }),
    )
    .output(z.object({ looks: z.array(look), lists: z.array(listLook) })),
  /** Who looked how often, the most frequent first, and how many in a day are many. Action `people:read-looks`. */
  lookers: oc.output(
    z.object({
      many: z.int(),
      lookers: z.array(z.object({ actorId: z.string(), day: z.int(), week: z.int() })),
    }),
  ),
};
