import type { SettingDefinition } from '#kernel/settings/setting.ts';

export const handoversSettings = {
  confirm: {
    key: 'handovers.confirm-minutes',
    unit: 'minutes',
    defaultValue: 60,
    min: 5,
    max: 1440,
    weak: true,
  },
  pointLate: {
    key: 'handovers.point-late-hours',
    unit: 'hours',
    defaultValue: 24,
    min: 1,
    max: 336,
    weak: true,
  },
  keep: {
    key: 'handovers.keep-days',
    unit: 'days',
    defaultValue: 60,
    min: 7,
    max: 1095,
    weak: true,
  },
} as const satisfies Record<string, SettingDefinition>;
