import type { SettingDefinition } from '#kernel/settings/setting.ts';

export const privacySettings = {
  /** When the newest backup is too old: a night, and two hours for it. */
  backupLate: {
    key: 'privacy.backup-late-hours',
    unit: 'hours',
    defaultValue: 26,
    min: 2,
    max: 336,
    weak: true,
  },
} as const satisfies Record<string, SettingDefinition>;
