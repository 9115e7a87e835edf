import * as z from 'zod/mini';
import type { CommandKind } from '#kernel/command/module.ts';
import { fileRef } from '#kernel/files/schema.ts';
import { actions } from './access.ts';
import { CHECK_OUTCOMES, SET_UP_PARTS, STANDARDS } from './set-up-rows.ts';

const id = z.uuid();

const point = z
  .strictObject({
    pointId: id,
    part: z.enum(SET_UP_PARTS),
    standard: z.nullable(z.enum(STANDARDS)),
    name: z.string().check(z.trim(), z.maxLength(60)),
    wantsPhoto: z.boolean(),
  })
  .check(
    z.refine((one) => one.standard !== null || one.name !== '', {
      error: 'a point of one’s own has words',
      path: ['name'],
    }),
  );
const sites = z
  .array(z.strictObject({ siteId: id, points: z.array(point).check(z.maxLength(60)) }))
  .check(z.minLength(1), z.maxLength(30));
/** Whole lists of sites, each in its order; sites left out stay as they are. */
export type SetUpLists = z.infer<typeof sites>;

export const setUpBodies = {
  'testing.set-check-list': z.strictObject({ roundId: id, sites }),
  /** Somebody at the site looked: it stands, it cannot be had (with the reason), or it stands no more. */
  'testing.check-point': z
    .strictObject({
      roundId: id,
      checkId: id,
      pointId: id,
      outcome: z.enum(CHECK_OUTCOMES),
      note: z.string().check(z.trim(), z.maxLength(200)),
      photo: z.nullable(fileRef),
    })
    .check(
      z.refine((body) => body.outcome !== 'not-possible' || body.note !== '', {
        error: 'what is not possible has a reason',
        path: ['note'],
      }),
    ),
} as const;

const kind = (
  name: keyof typeof setUpBodies,
  nature: CommandKind['nature'],
  action: CommandKind['action'],
): CommandKind => ({ nature, action, v: 1, body: setUpBodies[name] });

export const setUpKinds = {
  'testing.set-check-list': kind('testing.set-check-list', 'wish', actions.plan),
  'testing.check-point': kind('testing.check-point', 'fact', actions.setUp),
} as const;
