import type { SettingDefinition } from '#kernel/settings/setting.ts';

/** How long people's data are kept, and how many looks at them are unusual; dated values override them per area. */
export const peopleSettings = {
  keepEnded: {
    key: 'people.keep-ended-days',
    unit: 'd',
    defaultValue: 30,
    min: 1,
    max: 1095,
    source:
      'PIPL arts. 19 and 47: no longer than the purpose needs; a month in which a mistaken entry is noticed is practice',
    weak: true,
  },
  keepLooks: {
    key: 'people.keep-looks-days',
    unit: 'd',
    defaultValue: 1095,
    min: 180,
    max: 3650,
    source: 'PIPL art. 56: records of processing are kept for at least three years',
  },
  manyLooks: {
    key: 'people.many-looks-a-day',
    unit: '1/d',
    defaultValue: 20,
    min: 1,
    max: 1000,
    source:
      'field practice: who calls a building by telephone looks at a dozen numbers; above that somebody asks why',
    weak: true,
  },
  keepRequests: {
    key: 'people.keep-requests-days',
    unit: 'd',
    defaultValue: 1095,
    min: 180,
    max: 3650,
    source: 'PIPL arts. 50 and 56: how requests were answered is kept for at least three years',
  },
} as const satisfies Record<string, SettingDefinition>;
