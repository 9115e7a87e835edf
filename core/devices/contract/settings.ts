import type { SettingDefinition } from '#kernel/settings/setting.ts';

/** Settings of devices; dated values override them per area. */
export const devicesSettings = {
  hold: {
    key: 'devices.hold-hours',
    unit: 'h',
    defaultValue: 24,
    min: 1,
    max: 168,
    source:
      'field practice: leaders and the command post meet every day; a phone that was not online for a day is lost',
    weak: true,
  },
  silent: {
    key: 'devices.silent-minutes',
    unit: 'min',
    defaultValue: 10,
    min: 2,
    max: 240,
    source: 'a phone with a network asks for news every few minutes; silent longer, it stands without one',
    weak: true,
  },
} as const satisfies Record<string, SettingDefinition>;
