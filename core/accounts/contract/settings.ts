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
  newPinValid: {
    key: 'accounts.new-pin-valid-hours',
    unit: 'h',
    defaultValue: 2,
    min: 1,
    max: 72,
    source:
      'field practice: the leader shows the code or reads it out on the phone, and the person sets the PIN at once',
    weak: true,
  },
  secondFactorGrace: {
    key: 'accounts.second-factor-grace-days',
    unit: 'd',
    defaultValue: 7,
    min: 0,
    max: 365,
    source:
      'GB/T 22239-2019 8.1.4.1 d): two kinds of authentication for who manages; a week to set it up is practice',
    weak: true,
  },
} as const satisfies Record<string, SettingDefinition>;
