import { type AccessRules, type Actor, can } from '../access/access.ts';
import type { AreaTx } from '../db/area-tx.ts';
import { defineProblems, ProblemError } from '../problem/problem.ts';

/** What an oRPC procedure gets: a repeatable-read view of the caller's area, and who asks. */
export interface QueryContext {
  readonly tx: AreaTx;
  readonly actor: Actor;
  readonly now: number;
  readonly rules: AccessRules;
}

export const queryProblems = defineProblems('query', 900, {
  'not-allowed': [1, 403],
});

/** Throws `query.not-allowed` unless the caller may do that now. The first line of every procedure. */
export function requireAction(context: QueryContext, action: string): void {
  if (!can(context.rules, context.actor, action, context.now)) {
    throw new ProblemError(queryProblems['not-allowed'], { action });
  }
}
