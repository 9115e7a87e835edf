import type { SettingDefinition } from '#kernel/settings/setting.ts';

/** How long what is known of members is kept; dated values override them per area. */
export const keepingSettings = {
  ended: {
    key: 'accounts.keep-ended-days',
    unit: 'd',
    defaultValue: 365,
    min: 1,
    max: 3650,
    source:
      'PIPL arts. 19 and 47; a year in which service hours are asked for and certified is practice (Ministry of Civil Affairs order 67, 2021)',
    weak: true,
  },
  invitation: {
    key: 'accounts.keep-invitation-days',
    unit: 'd',
    defaultValue: 30,
    min: 1,
    max: 365,
    source: 'PIPL art. 19: a month is enough to see who was invited; practice',
    weak: true,
  },
} as const satisfies Record<string, SettingDefinition>;
