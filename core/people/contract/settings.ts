import type { SettingDefinition } from '#kernel/settings/setting.ts';

/** How long people's data are kept, and how many looks at them are unusual; dated values override them per area. */
export const peopleSettings = {
  keepEnded: {
    key: 'people.keep-ended-days',
    unit: 'days',
    defaultValue: 30,
    min: 1,
    max: 1095,
    weak: true,
  },
  keepLooks: {
    key: 'people.keep-looks-days',
    unit: 'days',
    defaultValue: 1095,
    min: 180,
    max: 3650,
  },
  manyLooks: {
    key: 'people.many-looks-a-day',
    unit: 'looks-a-day',
    defaultValue: 20,
    min: 1,
    max: 1000,
    weak: true,
  },
  keepRequests: {
    key: 'people.keep-requests-days',
    unit: 'days',
    defaultValue: 1095,
    min: 180,
    max: 3650,
  },
} as const satisfies Record<string, SettingDefinition>;
