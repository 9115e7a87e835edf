import { dayPlanOf, firstForm } from '#groups/testing/console/rehearse/plan-form.ts';
import { simulate } from '#groups/testing/domain/rehearse/simulate.ts';

const PEOPLE = 10_000;

/** A day of 10,000 people at twelve lanes as the console plans one. @returns ms */
export function simulateDay(): number {
  const basis = {
    round: { id: 'bench', name: '' },
    people: PEOPLE,
    lanes: 12,
    ratio: 10,
    measured: [],
    measuredRounds: 0,
    personSeconds: 27,
    tubeChangeSeconds: 20,
    batch: 20,
    waitMinutes: 20,
    planned: [],
  };
  const plan = dayPlanOf({ ...firstForm(basis), begin: '07:00', until: '13:00', rest: 30 }, basis);
  if (!plan) throw new Error('the day makes no sense');
  const begun = performance.now();
  const { people } = simulate(plan);
  const ms = performance.now() - begun;
  if (people !== PEOPLE) throw new Error(`${people} people were simulated`);
  return ms;
}
