import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY, declaredRow, positive, RULE } from '../testing/rows.ts';
import { nextStep } from './next-step.ts';

const lockdown = declaredRow('b3', 'lockdown');

describe('the step that follows', () => {
  it('is control after 7 days of lockdown, precaution after 3 more, then it is lifted', () => {
    expect(nextStep(lockdown, [lockdown], [], RULE)).toEqual({ to: 'control', due: 7 * DAY });
    const control = declaredRow('b3', 'control', { from: 7 * DAY });
    const both = [{ ...lockdown, until: 7 * DAY }, control];
    expect(nextStep(control, both, [], RULE)).toEqual({ to: 'precaution', due: 10 * DAY });
    const precaution = declaredRow('b3', 'precaution', { from: 10 * DAY });
    expect(nextStep(precaution, [precaution], [], RULE)).toEqual({ to: 'normal', due: 13 * DAY });
    expect(nextStep(declaredRow('b3', 'normal'), [], [], RULE)).toBeNull();
  });

  it('comes after 7 days where control did not follow a lockdown of that place', () => {
    const control = declaredRow('b3', 'control', { from: 7 * DAY });
    const elsewhere = declaredRow('b5', 'lockdown');
    expect(nextStep(control, [control, elsewhere], [], RULE)?.due).toBe(14 * DAY);
  });

  it('is counted from the last positive of the place, unless the rule says otherwise or the laboratory put it right', () => {
    const cases = [
      positive('s1', DAY),
      positive('s2', 2 * DAY),
      positive('s3', 3 * DAY, { corrected: true }),
      positive('s4', 4 * DAY, { buildingId: 'b5', entranceId: null }),
    ];
    expect(nextStep(lockdown, [lockdown], cases, RULE)?.due).toBe(9 * DAY);
    expect(nextStep(declaredRow('c', 'lockdown'), [], cases, RULE)?.due).toBe(11 * DAY);
    expect(nextStep(lockdown, [], cases, { ...RULE, countFromPositive: false })?.due).toBe(7 * DAY);
  });

  it('is none where its own end comes first', () => {
    expect(nextStep({ ...lockdown, until: 5 * DAY }, [], [], RULE)).toBeNull();
    expect(nextStep({ ...lockdown, until: 8 * DAY }, [], [], RULE)?.due).toBe(7 * DAY);
  });

  it('is never due earlier for one more positive', () => {
    const times = fc.array(fc.nat(30 * DAY));
    fc.assert(
      fc.property(times, fc.nat(30 * DAY), (known, more) => {
        const cases = known.map((at, i) => positive(`s${i}`, at));
        const before = nextStep(lockdown, [lockdown], cases, RULE)?.due ?? 0;
        const after = nextStep(lockdown, [lockdown], [...cases, positive('more', more)], RULE)?.due ?? 0;
        expect(after).toBe(Math.max(before, more + 7 * DAY));
      }),
    );
  });
});
