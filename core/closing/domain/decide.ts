import { type Decision, refuse } from '#kernel/command/command.ts';
import type { Stamp } from '#kernel/command/module.ts';
import { WorkingSet } from '#kernel/command/working-set.ts';
import { type ProblemKind, problem } from '#kernel/problem/problem.ts';
import type { ClosingCommand, ClosingEvent } from '../contract/commands.ts';
import { problems as p } from '../contract/rules.ts';

/** An order, as its table keeps it; times are epoch ms. */
export interface ClosingRow {
  readonly id: string;
  readonly version: number;
  readonly begunAt: number;
  readonly orderedBy: string;
  readonly rule: string;
  readonly responsible: string;
  readonly witness: string;
  readonly stoppedAt: number | null;
  readonly stoppedBy: string | null;
}

export interface ClosingState {
  readonly areaName: string;
  /** The area stands in for another. */
  readonly isPractice: boolean;
  readonly closings: WorkingSet<ClosingRow>;
}

export const emptyState = (areaName: string, isPractice: boolean): ClosingState => ({
  areaName,
  isPractice,
  closings: new WorkingSet({}),
});

const no = (kind: ProblemKind): Decision<ClosingEvent> => refuse(problem(kind));

/** One at a time, by its name typed right; stopped only while it is under way. */
export function decide(state: ClosingState, { kind, body }: ClosingCommand): Decision<ClosingEvent> {
  const open = [...state.closings.all()].find(({ stoppedAt }) => stoppedAt === null);
  if (kind === 'closing.stop') {
    if (open?.id !== body.closingId) return no(p['not-to-be-stopped']);
    return { events: [{ type: 'closing.stopped', data: body }] };
  }
  if (state.isPractice) return no(p.practice);
  if (open?.id === body.closingId) return { events: [] };
  if (open || state.closings.get(body.closingId)) return no(p['under-way']);
  const { areaName, ...data } = body;
  if (areaName !== state.areaName) return no(p['other-name']);
  return { events: [{ type: 'closing.begun', data }] };
}

export function evolve(state: ClosingState, { type, data }: ClosingEvent, { version, at }: Stamp): void {
  if (type === 'closing.begun') {
    const { closingId: id, ...order } = data;
    state.closings.put({ id, version, begunAt: at, ...order, stoppedAt: null, stoppedBy: null });
    return;
  }
  const row = state.closings.get(data.closingId);
  if (row) state.closings.put({ ...row, version, stoppedAt: at, stoppedBy: data.stoppedBy });
}
