import type { RehearsalBasis } from '../../contract/rehearsal-queries.ts';
import { lanesNeeded } from '../../domain/rehearse/lanes-needed.ts';
import type { Rehearsal } from '../../domain/rehearse/plan.ts';
import { simulate } from '../../domain/rehearse/simulate.ts';
import { dayPlanOf, type PlanForm, secondsOf } from './plan-form.ts';

export interface Rehearsed {
  readonly form: PlanForm;
  /** Seconds of the day of the first call. */
  readonly begin: number;
  /** Null while the form's times make no sense. */
  readonly said: Rehearsal | null;
  /** Fewest lanes that keep the longest wait within the setting; null when none do, or nothing was rehearsed. */
  readonly needed: number | null;
}

export function rehearse(form: PlanForm, basis: RehearsalBasis): Rehearsed {
  const plan = dayPlanOf(form, basis);
  const begin = secondsOf(form.begin) ?? 0;
  if (plan === null) return { form, begin, said: null, needed: null };
  const [hours] = plan.lanes;
  return {
    form,
    begin,
    said: simulate(plan),
    needed: hours ? lanesNeeded(plan, { from: 0, breaks: [] }, basis.waitMinutes * 60) : null,
  };
}

/** `10:42` of seconds of the day; after midnight it goes on counting: `25:10`. */
export function clockOf(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
