import type { SettingDefinition } from '#kernel/settings/setting.ts';

/** When the desk is warned of a queue at a gate. */
export const flowSettings = {
  laneSeconds: {
    key: 'gates.lane-seconds',
    unit: 'seconds-a-person',
    defaultValue: 10,
    min: 2,
    max: 120,
    weak: true,
  },
  queuePercent: {
    key: 'gates.queue-percent',
    unit: 'percent',
    defaultValue: 80,
    min: 30,
    max: 100,
    weak: true,
  },
  queueMinutes: {
    key: 'gates.queue-minutes',
    unit: 'minutes',
    defaultValue: 5,
    min: 1,
    max: 30,
    weak: true,
  },
  silentMinutes: {
    key: 'gates.silent-minutes',
    unit: 'minutes',
    defaultValue: 10,
    min: 2,
    max: 240,
    weak: true,
  },
} as const satisfies Record<string, SettingDefinition>;
