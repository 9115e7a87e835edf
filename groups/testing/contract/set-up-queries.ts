import { oc } from '@orpc/contract';
import * as z from 'zod/mini';
import { sameForAll } from '#kernel/query/same-for-all.ts';
import { actions } from './access.ts';
import { CHECK_OUTCOMES, SET_UP_PARTS, STANDARDS } from './set-up-rows.ts';

const text = z.string();

const planned = {
  part: z.enum(SET_UP_PARTS),
  standard: z.nullable(z.enum(STANDARDS)),
  name: text,
  wantsPhoto: z.boolean(),
};

const check = z.object({
  checkId: text,
  outcome: z.enum(CHECK_OUTCOMES),
  note: text,
  at: z.int(),
  /** Null for somebody who is gone. */
  byName: z.nullable(text),
  /** `here`: its bytes have arrived; `coming`: still on the phone; `gone`: its term was over. */
  photo: z.nullable(z.object({ fileId: text, state: z.enum(['here', 'coming', 'gone']) })),
});
export type SetUpCheckView = z.infer<typeof check>;

const point = z.object({
  pointId: text,
  ...planned,
  /** `photo-missing`: done, without the photo that the point asks for. */
  state: z.enum(['open', 'done', 'photo-missing', 'not-possible']),
  /** The latest first. */
  checks: z.array(check),
});
export type SetUpPointView = z.infer<typeof point>;
export type SetUpPointState = SetUpPointView['state'];

const site = z.object({
  siteId: text,
  name: text,
  points: z.array(point),
  /** Proposed while the site has no list: what an earlier round had there, else the standard points. */
  proposal: z.array(z.object(planned)),
  /** The earlier round's name; null: the standard points. */
  proposedBy: z.nullable(text),
});
export type SetUpSite = z.infer<typeof site>;

const openSite = z.object({ siteId: text, name: text, open: z.int(), points: z.int() });
export type OpenSite = z.infer<typeof openSite>;

const ofRound = z.object({ roundId: z.uuid() });

/** Merged into the module's queries. Both: action `testing:oversee`. */
export const setUpQueries = {
  /** Every site of the round with its list and what was said of each point. */
  setUp: oc
    .meta(sameForAll(actions.oversee))
    .input(ofRound)
    .output(z.object({ sites: z.array(site), photosComing: z.int() })),
  /** How many points of each site are open still. */
  setUpOpen: oc
    .meta(sameForAll(actions.oversee))
    .input(ofRound)
    .output(z.object({ sites: z.array(openSite) })),
};
