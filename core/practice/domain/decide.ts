import { type Decision, refuse } from '#kernel/command/command.ts';
import type { Stamp } from '#kernel/command/module.ts';
import { WorkingSet } from '#kernel/command/working-set.ts';
import { problem } from '#kernel/problem/problem.ts';
import type { PracticeCommand, PracticeEvent, World } from '../contract/commands.ts';
import { practiceProblems } from '../contract/rules.ts';

export interface WorldRow extends World {
  readonly version: number;
}

export interface PracticeState {
  /** The area the commands are sent to. */
  readonly areaId: string;
  readonly worlds: WorkingSet<WorldRow>;
}

export const emptyState = (areaId: string): PracticeState => ({ areaId, worlds: new WorkingSet({}) });

export function decide(state: PracticeState, command: PracticeCommand): Decision<PracticeEvent> {
  if (state.worlds.get(state.areaId)) return refuse(problem(practiceProblems['begun-already']));
  if (command.body.practisesFor === state.areaId) return refuse(problem(practiceProblems['not-real']));
  return { events: [{ type: 'practice.begun', data: command.body }] };
}

export function evolve(state: PracticeState, event: PracticeEvent, { at, version }: Stamp): void {
  state.worlds.put({ id: state.areaId, ...event.data, begunAt: at, version });
}
