import { defineText } from '#kernel/ui/text.ts';

/** What testing holds of people, in the words of the record of processing. */
export const personalDataText = defineText({
  'zh-CN': {
    'round.name': '核酸检测（谁在哪一轮、几点、在哪一管）',
    'round.purpose': '按人检测、复核召回、查漏',
    'round.seen-by': '检测组；检测机构得到送检需要的',
    'round.counted': '从轮次结束',
  },
  en: {
    'round.name': 'Tests (who, in which round, when, in which tube)',
    'round.purpose': 'Testing by person, recalls, finding who was missed',
    'round.seen-by': 'Testing group; the laboratory gets what a sample needs',
    'round.counted': 'after the round is closed',
  },
});
