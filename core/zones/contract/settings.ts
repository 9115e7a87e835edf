import type { SettingDefinition } from '#kernel/settings/setting.ts';

/** The rule of the steps between statuses, and what a positive result proposes. */
export const zonesSettings = {
  lockdownDays: { key: 'zones.lockdown-days', unit: 'days', defaultValue: 7, min: 1, max: 28 },
  controlDays: { key: 'zones.control-days', unit: 'days', defaultValue: 7, min: 1, max: 28 },
  controlAfterLockdownDays: {
    key: 'zones.control-after-lockdown-days',
    unit: 'days',
    defaultValue: 3,
    min: 1,
    max: 28,
  },
  precautionDays: {
    key: 'zones.precaution-days',
    unit: 'days',
    defaultValue: 3,
    min: 1,
    max: 28,
    weak: true,
  },
  countFromPositive: {
    key: 'zones.count-from-positive',
    unit: 'yes-no',
    defaultValue: 1,
    min: 0,
    max: 1,
    allowed: [0, 1],
  },
  positiveSealsBuilding: {
    key: 'zones.positive-seals-building',
    unit: 'yes-no',
    defaultValue: 1,
    min: 0,
    max: 1,
    allowed: [0, 1],
    weak: true,
  },
  positiveDays: {
    key: 'zones.positive-look-back-days',
    unit: 'days',
    defaultValue: 14,
    min: 1,
    max: 60,
    weak: true,
  },
} as const satisfies Readonly<Record<string, SettingDefinition>>;
