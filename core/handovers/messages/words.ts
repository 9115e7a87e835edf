import { defineText } from '#kernel/ui/text.ts';

/** What a shift was like, and what phone and desk say alike. */
export const wordsText = defineText({
  'zh-CN': {
    'chip.quiet': '一切正常',
    'chip.queue': '排过队',
    'chip.dispute': '有争执',
    'chip.emergency': '有急救',
    'chip.equipment': '设备有问题',
    'chip.supplies': '物资不够',
    'chip.reported': '已报组长',
    'no-place': '未写地点',
    'no-words': '文字已到期清除',
    between: '、',
  },
  en: {
    'chip.quiet': 'All quiet',
    'chip.queue': 'There was a queue',
    'chip.dispute': 'A dispute',
    'chip.emergency': 'An emergency',
    'chip.equipment': 'Equipment trouble',
    'chip.supplies': 'Supplies short',
    'chip.reported': 'Leader knows',
    'no-place': 'No place named',
    'no-words': 'The words were removed at the end of their time',
    between: ', ',
  },
});
