import { implement } from '@orpc/server';
import { type QueryContext, requireAction } from '#kernel/query/context.ts';
import { codesQueries } from '../contract/commands.ts';
import { loadPublicKeys } from './store.ts';

const os = implement(codesQueries).$context<QueryContext>();

export const queries = os.router({
  keys: os.keys.handler(async ({ context }) => {
    requireAction(context, 'codes:see-keys');
    return { keys: await loadPublicKeys(context.tx, 0) };
  }),
});
