import { type SettingValue, settingAt } from '#kernel/settings/setting.ts';
import { settings } from '../../contract/settings.ts';

export const CLOCK_STATES = ['none', 'running', 'soon', 'late', 'arrived', 'arrived-late'] as const;
export type ClockState = (typeof CLOCK_STATES)[number];

/** How long samples may be under way, minutes. */
export interface LabLimits {
  readonly minutes: number;
  /** Before the end of that time, from which on it is said. */
  readonly warning: number;
}

export interface LabClock {
  readonly state: ClockState;
  /** When the first swab in the box was taken, epoch ms; null while nothing is in it. */
  readonly from: number | null;
  readonly dueAt: number | null;
  readonly arrivedAt: number | null;
}

const MINUTE = 60_000;

/** As they hold when the clock begins: a limit changed at noon does not touch the boxes of the morning. */
export function labLimits(values: readonly SettingValue[], at: number): LabLimits {
  return {
    minutes: settingAt(settings.labMinutes, values, at).value,
    warning: settingAt(settings.labWarningMinutes, values, at).value,
  };
}

/**
 * The time to the laboratory: from the first swab of the box's tubes to the laboratory's receipt. The norm speaks of
 * the time since sampling, so it is the eldest sample that counts, not the sealing.
 */
export function labClock(
  from: number | null,
  arrivedAt: number | null,
  now: number,
  { minutes, warning }: LabLimits,
): LabClock {
  if (from === null) return { state: 'none', from, dueAt: null, arrivedAt };
  const dueAt = from + minutes * MINUTE;
  const stateOf = (): ClockState => {
    if (arrivedAt !== null) return arrivedAt > dueAt ? 'arrived-late' : 'arrived';
    if (now > dueAt) return 'late';
    return now > dueAt - warning * MINUTE ? 'soon' : 'running';
  };
  return { state: stateOf(), from, dueAt, arrivedAt };
}
