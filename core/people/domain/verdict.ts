import { type Decision, type Flag, refuse, type Settlement } from '#kernel/command/command.ts';
import { type ProblemDetails, type ProblemKind, problem } from '#kernel/problem/problem.ts';
import type { PeopleEvent } from '../contract/events.ts';

/** How the rules of people say yes and no. */
export type Verdict = Decision<PeopleEvent>;

export const accept = (
  events: readonly PeopleEvent[],
  flags: readonly Flag[] = [],
  settles: readonly Settlement[] = [],
): Verdict => ({ events, flags, settles });

export const no = (kind: ProblemKind, details: ProblemDetails = {}) => refuse(problem(kind, details));
