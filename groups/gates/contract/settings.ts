import type { ZoneStatus } from '#core/zones/contract.ts';
import type { SettingDefinition } from '#kernel/settings/setting.ts';
import { visitSettings } from './visit-settings.ts';

/** What a rule does when it bites: nothing, the leader is asked, or nobody passes. */
export const STRICTNESS = [0, 1, 2] as const;
export const ASK = 1;
export const REFUSE = 2;

/** How residents of a status may go out: not at all, as often as the quota says, freely. */
export const NOT_OUT = 0;
export const QUOTA = 1;
export const FREE = 2;

const choice = (key: string, defaultValue: number) =>
  ({ key, unit: 'choice', defaultValue, min: 0, max: 2, allowed: STRICTNESS, weak: true }) as const;

export const settings = {
  outingLockdown: { ...choice('gates.outing-lockdown', NOT_OUT), weak: false },
  outingControl: { ...choice('gates.outing-control', NOT_OUT), weak: false },
  outingPrecaution: { ...choice('gates.outing-precaution', QUOTA), weak: false },
  outingNormal: choice('gates.outing-normal', FREE),
  outingTimes: { key: 'gates.outing-times', unit: 'times', defaultValue: 2, min: 1, max: 50 },
  outingDays: { key: 'gates.outing-days', unit: 'days', defaultValue: 7, min: 1, max: 31 },
  outingPeople: { key: 'gates.outing-people', unit: 'people', defaultValue: 1, min: 1, max: 10 },
  namedRule: choice('gates.named-rule', ASK),
  missedRule: choice('gates.missed-rule', ASK),
  passRule: choice('gates.pass-rule', 0),
  nightRule: choice('gates.night-rule', ASK),
  nightFrom: {
    key: 'gates.night-from',
    unit: 'hour-of-day',
    defaultValue: 23,
    min: 0,
    max: 24,
    weak: true,
  },
  nightUntil: {
    key: 'gates.night-until',
    unit: 'hour-of-day',
    defaultValue: 5,
    min: 0,
    max: 24,
    weak: true,
  },
  visitLockdown: choice('gates.visit-lockdown', REFUSE),
  visitControl: choice('gates.visit-control', ASK),
  visitPrecaution: choice('gates.visit-precaution', 0),
  visitNormal: choice('gates.visit-normal', 0),
  undoMinutes: {
    key: 'gates.undo-minutes',
    unit: 'minutes',
    defaultValue: 10,
    min: 1,
    max: 60,
    weak: true,
  },
  keepPassages: {
    key: 'gates.keep-passages-days',
    unit: 'days',
    defaultValue: 60,
    min: 14,
    max: 1095,
    weak: true,
  },
  ...visitSettings,
} as const satisfies Record<string, SettingDefinition>;

/** Which setting says how residents of a status go out. */
export const OUTING_OF: Readonly<Record<ZoneStatus, SettingDefinition>> = {
  lockdown: settings.outingLockdown,
  control: settings.outingControl,
  precaution: settings.outingPrecaution,
  normal: settings.outingNormal,
};

/** Which setting says how strict a gate is with those who want to come into a place of a status. */
export const VISIT_OF: Readonly<Record<ZoneStatus, SettingDefinition>> = {
  lockdown: settings.visitLockdown,
  control: settings.visitControl,
  precaution: settings.visitPrecaution,
  normal: settings.visitNormal,
};
