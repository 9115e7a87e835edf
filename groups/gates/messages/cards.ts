import { defineText } from '#kernel/ui/text.ts';

/** What stands on the phone's first page, and how a way through a gate is called everywhere on it. */
export const cardsText = defineText({
  'zh-CN': {
    title: '门岗值守',
    at: '{gate} {lane}',
    choose: '先选在哪个门',
  },
  en: {
    title: 'At the gate',
    at: '{gate} {lane}',
    choose: 'First choose the gate',
  },
});
