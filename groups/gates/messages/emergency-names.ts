import type { Language } from '#kernel/ui/language.ts';
import { defineText, translator } from '#kernel/ui/text.ts';
import type { Emergency } from '../contract/rows.ts';

const zh = {
  'emergency.ambulance': '救护车、急病',
  'emergency.dialysis': '透析',
  'emergency.birth': '临产、孕产',
  'emergency.hospital': '急诊、化疗等就医',
  'emergency.disaster': '火警、险情',
  'emergency.other': '其他急事',
} as const;

const names = defineText({
  'zh-CN': zh,
  en: {
    'emergency.ambulance': 'Ambulance, sudden illness',
    'emergency.dialysis': 'Dialysis',
    'emergency.birth': 'Giving birth, pregnancy',
    'emergency.hospital': 'Emergency room, chemotherapy and the like',
    'emergency.disaster': 'Fire, danger',
    'emergency.other': 'Another emergency',
  } satisfies Record<keyof typeof zh, string>,
});

/** What an emergency is called, at gates, desks and in sheets alike. */
export const emergencyName = (reason: Emergency, language: Language): string =>
  translator(names, language)(`emergency.${reason}`);
