import { chinaTime } from '#kernel/time-id/china-time.ts';
import type { RehearsalBasis } from '../../contract/rehearsal-queries.ts';
import type { DayPlan, LaneHours } from '../../domain/rehearse/plan.ts';
import { readClock } from '../paper/clock.ts';

/** A plan as the form holds it. */
export interface PlanForm {
  readonly id: number;
  readonly lanes: number;
  /** First and last call, `HH:MM`. */
  readonly begin: string;
  readonly until: string;
  /** People called up together. */
  readonly batch: number;
  /** Each lane's rest in the middle of the day, minutes; half of the lanes rest at a time. */
  readonly rest: number;
  readonly single: boolean;
  /** People come in the slots of the planned call-up, not evenly over the time. */
  readonly planned: boolean;
}

export const firstForm = (basis: RehearsalBasis): PlanForm => ({
  id: 1,
  lanes: Math.max(1, basis.lanes),
  begin: clockOf(basis.planned[0]?.startsAt) ?? '08:00',
  until: clockOf(lastOf(basis)) ?? '11:00',
  batch: basis.batch,
  rest: 0,
  single: basis.ratio === 1,
  planned: basis.planned.length > 0,
});

const lastOf = ({ planned }: RehearsalBasis): number | undefined =>
  planned.length === 0 ? undefined : Math.max(...planned.map(({ endsAt }) => endsAt));

const clockOf = (at: number | undefined): string | null =>
  at === undefined ? null : chinaTime(at).slice(11, 16);

/** Seconds of the day; null when it is no time. */
export function secondsOf(clock: string): number | null {
  const found = readClock(clock);
  return found && found.hour * 3600 + found.minute * 60;
}

/** What is rehearsed, or null while a time makes no sense. Seconds count from the first call. */
export function dayPlanOf(form: PlanForm, basis: RehearsalBasis): DayPlan | null {
  if (form.planned) return plannedDay(form, basis);
  const begin = secondsOf(form.begin);
  const until = secondsOf(form.until);
  if (begin === null || until === null || until <= begin) return null;
  return dayOf(form, basis, slotsOf(basis.people, form.batch, until - begin), until - begin);
}

/** The call-up as it stands. */
function plannedDay(form: PlanForm, basis: RehearsalBasis): DayPlan | null {
  const [first] = basis.planned;
  if (!first) return null;
  const seconds = (at: number) => (at - first.startsAt) / 1000;
  const slots = basis.planned.map(({ startsAt, endsAt, people }) => ({
    from: seconds(startsAt),
    until: seconds(endsAt),
    people,
  }));
  return dayOf(form, basis, slots, Math.max(...slots.map(({ until }) => until)));
}

function dayOf(form: PlanForm, basis: RehearsalBasis, slots: DayPlan['slots'], span: number): DayPlan {
  const hours = laneHours(span, form.rest * 60);
  return {
    slots,
    lanes: Array.from({ length: form.lanes }, (_, lane) => hours[lane % 2] ?? hours[0]),
    ratio: form.single ? 1 : Math.max(2, basis.ratio),
    service:
      basis.measured.length > 0
        ? { kind: 'measured', seconds: basis.measured }
        : { kind: 'mean', seconds: basis.personSeconds },
    tubeChange: basis.tubeChangeSeconds,
    seed: 20220404,
  };
}

/** Batches called one after another, evenly over the time; whoever is called comes before the next batch. */
function slotsOf(people: number, batch: number, span: number): DayPlan['slots'] {
  const count = Math.ceil(people / batch);
  const length = span / Math.max(1, count);
  return Array.from({ length: count }, (_, i) => ({
    from: i * length,
    until: (i + 1) * length,
    people: Math.min(batch, people - i * batch),
  }));
}

/** Hours of even and of odd lanes: one half rests before the middle of the day, the other after it. */
export function laneHours(span: number, rest: number): readonly [LaneHours, LaneHours] {
  if (rest === 0) return [OPEN, OPEN];
  const middle = span / 2;
  return [
    { from: 0, breaks: [{ from: middle - rest, until: middle }] },
    { from: 0, breaks: [{ from: middle, until: middle + rest }] },
  ];
}

const OPEN: LaneHours = { from: 0, breaks: [] };
