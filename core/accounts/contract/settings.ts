import type { SettingDefinition } from '#kernel/settings/setting.ts';

/** Settings of accounts; dated values override them per area. */
export const accountsSettings = {
  longestInvitation: {
    key: 'accounts.longest-invitation-days',
    unit: 'd',
    defaultValue: 14,
    min: 1,
    max: 60,
    source:
      'field practice: a printed sheet waits some days, a forgotten one must not open the door weeks later',
    weak: true,
  },
} as const satisfies Record<string, SettingDefinition>;
