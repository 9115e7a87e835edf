import { implement } from '@orpc/server';
import { type QueryContext, requireAction } from '#kernel/query/context.ts';
import type { ZoneConsequences } from '../contract/consequences.ts';
import { zonesQueries } from '../contract.ts';
import { foresee } from './foresee.ts';
import { history } from './store.ts';

const os = implement(zonesQueries).$context<QueryContext>();

export const zonesRouter = (modules: readonly ZoneConsequences[]) =>
  os.router({
    history: os.history.handler(async ({ context, input }) => {
      requireAction(context, 'zones:see');
      return { statuses: [...(await history(context.tx, input.placeId ?? null))] };
    }),
    foresee: os.foresee.handler(async ({ context, input }) => {
      requireAction(context, 'zones:set-status');
      return foresee(context.tx, modules, input, context.now);
    }),
  });
