import { describe, expect, it } from 'vitest';
import type { RehearsalBasis } from '../../contract/rehearsal-queries.ts';
import { simulate } from '../../domain/rehearse/simulate.ts';
import { dayPlanOf, firstForm, laneHours, secondsOf } from './plan-form.ts';

const basis: RehearsalBasis = {
  round: { id: 'r', name: '第一轮' },
  people: 50,
  lanes: 3,
  ratio: 10,
  measured: [],
  measuredRounds: 0,
  personSeconds: 27,
  tubeChangeSeconds: 20,
  batch: 20,
  waitMinutes: 20,
  planned: [],
};

describe('a plan from the form', () => {
  it('begins with the round’s lanes and the batch that the setting says', () => {
    expect(firstForm(basis)).toMatchObject({ lanes: 3, batch: 20, single: false });
    expect(firstForm({ ...basis, lanes: 0, ratio: 1 })).toMatchObject({ lanes: 1, single: true });
  });

  it('calls everybody up, the last batch what is left, evenly over the time', () => {
    const plan = dayPlanOf({ ...firstForm(basis), begin: '8:00', until: '9:00' }, basis);
    expect(plan?.slots).toEqual([
      { from: 0, until: 1200, people: 20 },
      { from: 1200, until: 2400, people: 20 },
      { from: 2400, until: 3600, people: 10 },
    ]);
    expect(plan && simulate(plan).people).toBe(50);
  });

  it('takes what earlier rounds took before the default', () => {
    const form = firstForm(basis);
    expect(dayPlanOf(form, basis)?.service).toEqual({ kind: 'mean', seconds: 27 });
    const measured = { ...basis, measured: [20, 30] };
    expect(dayPlanOf(form, measured)?.service).toEqual({ kind: 'measured', seconds: [20, 30] });
  });

  it('single sampling beside a pooled round, and the other way round', () => {
    const form = firstForm(basis);
    expect(dayPlanOf({ ...form, single: true }, basis)?.ratio).toBe(1);
    expect(dayPlanOf(form, basis)?.ratio).toBe(10);
  });

  it('takes the slots of the planned call-up as they stand', () => {
    const at = Date.UTC(2022, 3, 17, 0, 30);
    const slot = (minute: number, people: number) => ({
      startsAt: at + minute * 60_000,
      endsAt: at + (minute + 5) * 60_000,
      people,
    });
    const planned = { ...basis, planned: [slot(0, 20), slot(5, 12)] };
    const form = firstForm(planned);
    expect(form).toMatchObject({ planned: true, begin: '08:30', until: '08:40' });
    expect(dayPlanOf(form, planned)?.slots).toEqual([
      { from: 0, until: 300, people: 20 },
      { from: 300, until: 600, people: 12 },
    ]);
    const evenly = dayPlanOf({ ...form, planned: false }, planned);
    expect(evenly && simulate(evenly).people).toBe(50);
    expect(dayPlanOf({ ...form, planned: true }, basis)).toBeNull();
  });

  it('is none while a time makes no sense', () => {
    const form = firstForm(basis);
    expect(dayPlanOf({ ...form, begin: '25:00' }, basis)).toBeNull();
    expect(dayPlanOf({ ...form, begin: '11:00', until: '08:00' }, basis)).toBeNull();
    expect(secondsOf('0830')).toBe(8 * 3600 + 1800);
  });

  it('never rests all lanes at once', () => {
    const [even, odd] = laneHours(3600, 900);
    expect(even.breaks).toEqual([{ from: 900, until: 1800 }]);
    expect(odd.breaks).toEqual([{ from: 1800, until: 2700 }]);
    expect(laneHours(3600, 0)[0].breaks).toEqual([]);
  });
});
