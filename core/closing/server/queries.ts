import { implement } from '@orpc/server';
import { type QueryContext, requireAction } from '#kernel/query/context.ts';
import { queries } from '../contract/queries.ts';
import { actions } from '../contract/rules.ts';
import { type Declared, previewOf } from './preview.ts';

/** @param declared asked when a query is: the module that asks is among those that declare */
export function closingQueries(declared: () => Declared) {
  const os = implement(queries).$context<QueryContext>();
  return os.router({
    preview: os.preview.handler(({ context }) => {
      requireAction(context, actions.see);
      return previewOf(context.tx, declared());
    }),
  });
}
