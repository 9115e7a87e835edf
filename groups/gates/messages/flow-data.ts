import { defineText } from '#kernel/ui/text.ts';

/** What is held of who looked, in the words of the record of processing. */
export const flowDataText = defineText({
  'zh-CN': {
    'person-look.name': '查看个人进出记录的留痕（谁、什么时候、看了谁的、为什么）',
    'person-look.purpose': '个人信息保护法第五十一条：查看留痕，可以追查',
    'person-look.seen-by': '指挥部（看号记录）',
    'person-look.counted': '从查看的时候',
  },
  en: {
    'person-look.name': 'Looks at one person’s passages (who, when, whose, why)',
    'person-look.purpose': 'PIPL art. 51: every look is recorded and can be traced',
    'person-look.seen-by': 'Command post (looked-at list)',
    'person-look.counted': 'after the look',
  },
});
