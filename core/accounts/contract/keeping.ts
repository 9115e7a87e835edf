import type { SettingDefinition } from '#kernel/settings/setting.ts';

/** How long what is known of members is kept; dated values override them per area. */
export const keepingSettings = {
  ended: {
    key: 'accounts.keep-ended-days',
    unit: 'days',
    defaultValue: 365,
    min: 1,
    max: 3650,
    weak: true,
  },
  invitation: {
    key: 'accounts.keep-invitation-days',
    unit: 'days',
    defaultValue: 30,
    min: 1,
    max: 365,
    weak: true,
  },
} as const satisfies Record<string, SettingDefinition>;
