import { implement } from '@orpc/server';
import { type QueryContext, requireAction } from '#kernel/query/context.ts';
import { actions } from '../../contract/access.ts';
import { visitQueries as contract } from '../../contract/visit-queries.ts';
import type { GatesDoors } from '../doors.ts';
import { readHolders } from './holders.ts';
import { readInside } from './inside.ts';
import { readEvacuation, readOutings, readVisitsInside } from './lists.ts';

const os = implement(contract).$context<QueryContext>();

export const visitQueries = (doors: GatesDoors) => ({
  inside: os.inside.handler(async ({ context }) => {
    requireAction(context, actions.oversee);
    return readInside(context.tx, doors, context.now);
  }),

  visitsInside: os.visitsInside.handler(async ({ context }) => {
    requireAction(context, actions.oversee);
    return { visits: await readVisitsInside(context.tx, doors, context.now) };
  }),

  holdersInside: os.holdersInside.handler(async ({ context }) => {
    requireAction(context, actions.oversee);
    return { holders: await readHolders(context.tx, doors) };
  }),

  outings: os.outings.handler(async ({ context }) => {
    requireAction(context, actions.oversee);
    return readOutings(context.tx, doors, context.now);
  }),

  evacuation: os.evacuation.handler(async ({ context, input }) => {
    requireAction(context, actions.oversee);
    return readEvacuation(context.tx, doors, input.buildingId, context.now);
  }),
});
