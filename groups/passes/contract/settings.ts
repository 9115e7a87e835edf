import type { SettingDefinition } from '#kernel/settings/setting.ts';

export const settings = {
  /** A rolling code older than this is a picture of it. */
  shownSeconds: {
    key: 'passes.shown-seconds',
    unit: 'seconds',
    defaultValue: 120,
    min: 30,
    max: 3600,
    weak: true,
  },
  longestDays: {
    key: 'passes.longest-days',
    unit: 'days',
    defaultValue: 31,
    min: 1,
    max: 366,
    weak: true,
  },
  /** Whether the passes of residents rest while their building is in that status. */
  suspendLockdown: {
    key: 'passes.suspend-lockdown',
    unit: 'yes-no',
    defaultValue: 1,
    min: 0,
    max: 1,
    allowed: [0, 1],
  },
  suspendControl: {
    key: 'passes.suspend-control',
    unit: 'yes-no',
    defaultValue: 1,
    min: 0,
    max: 1,
    allowed: [0, 1],
  },
  suspendPrecaution: {
    key: 'passes.suspend-precaution',
    unit: 'yes-no',
    defaultValue: 0,
    min: 0,
    max: 1,
    allowed: [0, 1],
  },
  /** Days after a pass is over. */
  keepPasses: {
    key: 'passes.keep-days',
    unit: 'days',
    defaultValue: 90,
    min: 1,
    max: 1095,
    weak: true,
  },
} as const satisfies Record<string, SettingDefinition>;
