import { defineText } from '#kernel/ui/text.ts';

/** What outlives an emergency. */
export const keptText = defineText({
  'zh-CN': {
    paper: '告知书、处理活动记录、影响评估',
    'paper.because': '至少保存三年（个人信息保护法第五十六条）；谁存的已抹去',
  },
  en: {
    paper: 'Notice, record of processing, impact assessment',
    'paper.because': 'To be kept three years at least (PIPL art. 56); who saved them is taken out',
  },
});
