import { implement } from '@orpc/server';
import { type QueryContext, requireAction } from '#kernel/query/context.ts';
import { zonesQueries } from '../contract.ts';
import { history } from './store.ts';

const os = implement(zonesQueries).$context<QueryContext>();

export const zonesRouter = os.router({
  history: os.history.handler(async ({ context, input }) => {
    requireAction(context, 'zones:see');
    return { statuses: [...(await history(context.tx, input.placeId ?? null))] };
  }),
});
