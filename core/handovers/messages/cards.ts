import { defineText } from '#kernel/ui/text.ts';

/** What stands on the phone's first page, and what is open at a place. */
export const cardsText = defineText({
  'zh-CN': {
    card: '交接 · {place}',
    yours: '等您接班',
    waiting: '上一班的交接等您确认',
    open: '未结事项 {count} 件',
    nothing: '没有未结事项',
    late: '其中 {count} 件超时',
  },
  en: {
    card: 'Handover · {place}',
    yours: 'For you to take over',
    waiting: 'The last shift’s note waits for you',
    open: '{count} open {count|point|points}',
    nothing: 'Nothing is open',
    late: '{count} of them late',
  },
});
