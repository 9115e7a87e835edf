import { WorkingSet } from '#kernel/command/working-set.ts';
import type { PositiveCase } from '../contract/positives.ts';
import type { Answer, Status } from '../contract/rows.ts';
import type { StepRule } from './next-step.ts';

export interface StatusRow extends Status {
  readonly setBy: string;
  /** When it was declared, whatever time it holds from. Epoch ms. */
  readonly setAt: number;
  /** The end it was declared with; null: open. */
  readonly plannedUntil: number | null;
  /** Whether it ended what was declared for the place before. */
  readonly replaces: boolean;
  readonly endedAt: number | null;
  readonly withdrawnAt: number | null;
  /** Why it was ended before its time, or taken back; null otherwise. */
  readonly endReason: string | null;
  readonly version: number;
}

/** What is known that the rule of the steps turns on. */
export interface Known {
  readonly rule: StepRule;
  readonly cases: readonly PositiveCase[];
}

export interface ZonesState {
  readonly statuses: WorkingSet<StatusRow, 'place'>;
  readonly answers: WorkingSet<Answer>;
  /** `<kind>/<id>` of the places named by the batch that stand. */
  readonly places: ReadonlySet<string>;
  /** Null where no command of the batch answers a proposal. */
  readonly known: Known | null;
}

export const emptyState = (places: ReadonlySet<string>, known: Known | null = null): ZonesState => ({
  statuses: new WorkingSet<StatusRow, 'place'>({ place: (row) => row.placeId }),
  answers: new WorkingSet<Answer>({}),
  places,
  known,
});
