import { describe, expect, it } from 'vitest';
import { MINUTE, MORNING } from '../../testing/area.ts';
import { labClock, labLimits } from './lab-clock.ts';

const limits = labLimits([], MORNING);
const later = (minutes: number) => MORNING + minutes * MINUTE;
const at = (minutes: number, arrived: number | null = null) =>
  labClock(MORNING, arrived === null ? null : later(arrived), later(minutes), limits).state;

describe('the time to the laboratory', () => {
  it('runs four hours from the first swab, and warns in the last one', () => {
    expect(limits).toEqual({ minutes: 240, warning: 60 });
    expect([at(0), at(180), at(181), at(240), at(241)]).toEqual([
      'running',
      'running',
      'soon',
      'soon',
      'late',
    ]);
  });

  it('ends with the laboratory’s receipt, and says when that came late', () => {
    expect([at(500, 200), at(500, 240), at(500, 241)]).toEqual(['arrived', 'arrived', 'arrived-late']);
  });

  it('does not run for an empty box', () => {
    expect(labClock(null, null, MORNING, limits)).toMatchObject({ state: 'none', dueAt: null });
  });

  it('takes the limit that held when the first swab was taken', () => {
    const noon = { key: 'testing.lab-minutes', value: 120, from: later(240), source: '' };
    expect(labLimits([noon], MORNING).minutes).toBe(240);
    expect(labLimits([noon], later(300)).minutes).toBe(120);
  });
});
