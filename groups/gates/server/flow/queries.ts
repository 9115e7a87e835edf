import { implement } from '@orpc/server';
import { type QueryContext, requireAction } from '#kernel/query/context.ts';
import { chinaDay } from '#kernel/time-id/china-time.ts';
import { actions } from '../../contract/access.ts';
import { flowQueries as contract } from '../../contract/flow-queries.ts';
import type { GatesDoors } from '../doors.ts';
import { readPersonPassages } from './looks.ts';
import { passageViews } from './passage-views.ts';
import { readFlags } from './read-flags.ts';
import { readFlow } from './read-flow.ts';
import { findPassages } from './store.ts';

const os = implement(contract).$context<QueryContext>();

export const flowQueries = (doors: GatesDoors) => ({
  flow: os.flow.handler(async ({ context, input }) => {
    requireAction(context, actions.oversee);
    return readFlow(context.tx, doors, { day: input.day, now: context.now });
  }),

  passages: os.passages.handler(async ({ context, input }) => {
    requireAction(context, actions.oversee);
    const day = input.day ?? chinaDay(context.now);
    const { rows, total } = await findPassages(context.tx, { ...input, day });
    return { day, total, rows: await passageViews(context.tx, doors, rows) };
  }),

  flags: os.flags.handler(async ({ context, input }) => {
    requireAction(context, actions.oversee);
    return { flags: await readFlags(context.tx, doors, input.open) };
  }),

  personPassages: os.personPassages.handler(async ({ context, input }) => {
    requireAction(context, actions.oversee);
    const { tx, actor, now } = context;
    return readPersonPassages(tx, doors, { lookId: input.lookId, actorId: actor.id, now });
  }),
});
