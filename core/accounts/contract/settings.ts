import type { SettingDefinition } from '#kernel/settings/setting.ts';

/** Settings of accounts; dated values override them per area. */
export const accountsSettings = {
  longestInvitation: {
    key: 'accounts.longest-invitation-days',
    unit: 'days',
    defaultValue: 14,
    min: 1,
    max: 60,
    weak: true,
  },
  newPinValid: {
    key: 'accounts.new-pin-valid-hours',
    unit: 'hours',
    defaultValue: 2,
    min: 1,
    max: 72,
    weak: true,
  },
  secondFactorGrace: {
    key: 'accounts.second-factor-grace-days',
    unit: 'days',
    defaultValue: 7,
    min: 0,
    max: 365,
    weak: true,
  },
} as const satisfies Record<string, SettingDefinition>;
