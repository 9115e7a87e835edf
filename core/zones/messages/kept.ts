import { defineText } from '#kernel/ui/text.ts';

/** What outlives an emergency. */
export const keptText = defineText({
  'zh-CN': {
    status: '三区的划定：哪里、什么时候、是什么、依据',
    'status.because': '对楼栋的决定；写到人的原因和是谁定的已抹去',
  },
  en: {
    status: 'What zones were declared: where, when, what, on which ground',
    'status.because': 'Decisions about buildings; reasons in words and who decided are taken out',
  },
});
