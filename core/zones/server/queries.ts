import { implement } from '@orpc/server';
import { type QueryContext, requireAction } from '#kernel/query/context.ts';
import type { StepCondition } from '../contract/conditions.ts';
import type { ZoneConsequences } from '../contract/consequences.ts';
import type { PositiveSource } from '../contract/positives.ts';
import { zonesQueries } from '../contract.ts';
import { foresee } from './foresee.ts';
import { history, readAnswers } from './store.ts';
import { readToday } from './today.ts';

const os = implement(zonesQueries).$context<QueryContext>();

/** What other modules know that zones asks them, each listed where it is mounted. */
export interface ZonesParts {
  readonly consequences: readonly ZoneConsequences[];
  readonly positives?: readonly PositiveSource[];
  readonly conditions?: readonly StepCondition[];
}

export const zonesRouter = ({ consequences, positives = [], conditions = [] }: ZonesParts) =>
  os.router({
    history: os.history.handler(async ({ context, input }) => {
      requireAction(context, 'zones:see');
      return { statuses: [...(await history(context.tx, input.placeId ?? null))] };
    }),
    today: os.today.handler(async ({ context }) => {
      requireAction(context, 'zones:see');
      return readToday(context.tx, positives, conditions, context.now);
    }),
    answers: os.answers.handler(async ({ context }) => {
      requireAction(context, 'zones:see');
      return { answers: [...(await readAnswers(context.tx))] };
    }),
    foresee: os.foresee.handler(async ({ context, input }) => {
      requireAction(context, 'zones:set-status');
      return foresee(context.tx, consequences, input, context.now);
    }),
  });
