import { implement } from '@orpc/server';
import { type QueryContext, requireAction } from '#kernel/query/context.ts';
import { byHandQueries as contract } from '../contract/by-hand-queries.ts';
import { actions } from '../contract/rules.ts';
import { compareResidents } from './compare.ts';
import { countOpenDiscrepancies } from './discrepancies.ts';
import { readDiscrepancies } from './discrepancy-views.ts';
import { findLikePairs } from './duplicates.ts';
import { readHistory, readRequests } from './history.ts';
import { countOpenCorrections } from './store-by-hand.ts';
import { readSubjectCopy, type SubjectDoors } from './subject-copy.ts';

const os = implement(contract).$context<QueryContext>();

/** What the desk reads before it changes something by hand. */
export const byHandQueries = (doors: SubjectDoors) => ({
  duplicates: os.duplicates.handler(async ({ context }) => {
    requireAction(context, actions.change);
    return { pairs: await findLikePairs(context.tx) };
  }),

  compare: os.compare.handler(async ({ context, input }) => {
    requireAction(context, actions.change);
    return compareResidents(context.tx, [input.residentId, input.otherId]);
  }),

  discrepancies: os.discrepancies.handler(async ({ context, input }) => {
    requireAction(context, actions.change);
    return { discrepancies: await readDiscrepancies(context.tx, doors.members, input) };
  }),

  waiting: os.waiting.handler(async ({ context }) => {
    requireAction(context, actions.change);
    return {
      discrepancies: await countOpenDiscrepancies(context.tx),
      corrections: await countOpenCorrections(context.tx),
    };
  }),

  history: os.history.handler(async ({ context, input }) => {
    requireAction(context, actions.readRegister);
    return { happenings: await readHistory(context.tx, doors, input.residentId) };
  }),

  requests: os.requests.handler(async ({ context }) => {
    requireAction(context, actions.answerSubject);
    return { requests: await readRequests(context.tx, doors.members) };
  }),

  subjectCopy: os.subjectCopy.handler(async ({ context, input }) => {
    requireAction(context, actions.answerSubject);
    const { tx, actor, now } = context;
    return readSubjectCopy(tx, doors, { ...input, actorId: actor.id, now });
  }),
});
