import { type Decision, refuse } from '#kernel/command/command.ts';
import { commandProblems } from '#kernel/command/problems.ts';
import { problem } from '#kernel/problem/problem.ts';
import type { ConductCommand } from '../contract/commands.ts';
import type { ConductEvent } from '../contract/events.ts';
import { decideLearn } from './decide-learn.ts';
import { decideWrite } from './decide-write.ts';
import type { ConductState } from './state.ts';

export function decide(state: ConductState, command: ConductCommand): Decision<ConductEvent> {
  if (command.kind === 'conduct.take-quiz' || command.kind === 'conduct.acknowledge')
    return decideLearn(state, command);
  if (!state.desk) return refuse(problem(commandProblems['unknown-kind']));
  return decideWrite(state, state.desk, command);
}
