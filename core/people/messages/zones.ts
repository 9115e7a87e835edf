import { defineText } from '#kernel/ui/text.ts';

const zh = {
  'zones.name': '居民册',
  'zones.people': '{households} 户，在家 {present} 人',
  'zones.away': '另有 {away} 人外出',
  'zones.in-care': '其中{tag} {count} 人',
} as const;

/** What a change of zones means for the people who live there. */
export const zonesText = defineText({
  'zh-CN': zh,
  en: {
    'zones.name': 'Register',
    'zones.people':
      '{households} {households|household|households}, {present} {present|person|people} at home',
    'zones.away': '{away} {away|person|people} away',
    'zones.in-care': '{tag}: {count} of them',
  } satisfies Record<keyof typeof zh, string>,
});
