import { implement } from '@orpc/server';
import { type QueryContext, requireAction } from '#kernel/query/context.ts';
import { actions } from '../../contract/access.ts';
import { supplyQueries as contract } from '../../contract/supply-queries.ts';
import type { TestingDoors } from '../doors.ts';
import { readSupplies } from './read-supplies.ts';

const os = implement(contract).$context<QueryContext>();

export const supplyQueries = (doors: TestingDoors) => ({
  supplies: os.supplies.handler(async ({ context, input }) => {
    requireAction(context, actions.oversee);
    return readSupplies(context.tx, doors, input.roundId, context.now);
  }),
});
