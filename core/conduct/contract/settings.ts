import type { SettingDefinition } from '#kernel/settings/setting.ts';

/** Numbers of the quiz; dated values override them per area. */
export const conductSettings = {
  passMark: {
    key: 'conduct.pass-mark',
    unit: 'percent',
    defaultValue: 80,
    min: 1,
    max: 100,
    weak: true,
  },
  tries: {
    key: 'conduct.tries-before-wait',
    unit: 'times',
    defaultValue: 3,
    min: 1,
    max: 20,
    weak: true,
  },
  wait: {
    key: 'conduct.wait-minutes',
    unit: 'minutes',
    defaultValue: 10,
    min: 0,
    max: 1440,
    weak: true,
  },
} as const satisfies Record<string, SettingDefinition>;
