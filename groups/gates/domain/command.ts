import type { Command, Decision, Flag, Refused } from '#kernel/command/command.ts';
import type { Stamp } from '#kernel/command/module.ts';
import { type ProblemDetails, problem } from '#kernel/problem/problem.ts';
import type { GatesBodies, GatesCommandKind } from '../contract/commands.ts';
import type { EventData, GatesEvent, GatesEventType } from '../contract/events.ts';
import { type GatesProblem, problems } from '../contract/problems.ts';
import type { GatesState } from './state.ts';

export type GatesCommand<K extends GatesCommandKind = GatesCommandKind> = {
  [Kind in K]: Command<Kind, GatesBodies[Kind]>;
}[K];

export type GatesDecision = Decision<GatesEvent>;

/** The rules of one part, by kind of command; `decide.ts` puts the parts together. */
export type Deciders<K extends GatesCommandKind> = {
  readonly [Kind in K]: (state: GatesState, command: GatesCommand<Kind>) => GatesDecision;
};

/** What one part's events do to the rows. */
export type Evolvers<T extends GatesEventType> = {
  readonly [Type in T]: (state: GatesState, data: EventData<Type>, stamp: Stamp) => void;
};

export const refusal = (code: GatesProblem, details?: ProblemDetails): Refused => ({
  refused: problem(problems[code], details),
});

export const flag = (
  code: GatesProblem,
  subjects: Readonly<Record<string, string>>,
  details?: ProblemDetails,
): Flag => ({ problem: problem(problems[code], details), subjects });

export const accept = (events: readonly GatesEvent[], flags: readonly Flag[] = []): GatesDecision => ({
  events,
  flags,
});
