import type { Command, Decision, Flag, Refused } from '#kernel/command/command.ts';
import { type ProblemDetails, problem } from '#kernel/problem/problem.ts';
import type { TestingBodies, TestingCommandKind } from '../contract/commands.ts';
import type { TestingEvent } from '../contract/events.ts';
import { problems, type TestingProblem } from '../contract/problems.ts';

export type TestingCommand<K extends TestingCommandKind = TestingCommandKind> = {
  [Kind in K]: Command<Kind, TestingBodies[Kind]>;
}[K];

export type TestingDecision = Decision<TestingEvent>;

export const refusal = (code: TestingProblem, details?: ProblemDetails): Refused => ({
  refused: problem(problems[code], details),
});

export const flag = (
  code: TestingProblem,
  subjects: Readonly<Record<string, string>>,
  details?: ProblemDetails,
): Flag => ({ problem: problem(problems[code], details), subjects });

export const accept = (events: readonly TestingEvent[], flags: readonly Flag[] = []): TestingDecision => ({
  events,
  flags,
});
