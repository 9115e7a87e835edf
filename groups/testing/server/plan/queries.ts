import { implement } from '@orpc/server';
import { type QueryContext, requireAction } from '#kernel/query/context.ts';
import { actions } from '../../contract/access.ts';
import { planQueries as contract } from '../../contract/plan-queries.ts';
import type { TestingDoors } from '../doors.ts';
import { readList } from './read-list.ts';
import { readPlanPeople } from './read-people.ts';
import { readPlanning } from './read-planning.ts';

const os = implement(contract).$context<QueryContext>();

export const planQueries = (doors: TestingDoors) => ({
  planning: os.planning.handler(async ({ context, input }) => {
    requireAction(context, actions.plan);
    return readPlanning(context.tx, doors, input.roundId, context.now);
  }),

  planPeople: os.planPeople.handler(async ({ context, input }) => {
    requireAction(context, actions.plan);
    return readPlanPeople(context.tx, doors, input, context.now);
  }),

  readList: os.readList.handler(async ({ context, input }) => {
    requireAction(context, actions.plan);
    return readList(context.tx, doors, input.lines);
  }),
});
