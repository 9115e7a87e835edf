import type { SettingDefinition } from '#kernel/settings/setting.ts';

/** Settings of devices; dated values override them per area. */
export const devicesSettings = {
  hold: {
    key: 'devices.hold-hours',
    unit: 'hours',
    defaultValue: 24,
    min: 1,
    max: 168,
    weak: true,
  },
  silent: {
    key: 'devices.silent-minutes',
    unit: 'minutes',
    defaultValue: 10,
    min: 2,
    max: 240,
    weak: true,
  },
} as const satisfies Record<string, SettingDefinition>;
