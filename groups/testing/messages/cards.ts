import { defineText } from '#kernel/ui/text.ts';

/** What stands on the phone's first page; apart from the screens' words, which are loaded with the screens. */
export const cardsText = defineText({
  'zh-CN': {
    sample: '去采样',
    rounds: '{count} 轮进行中',
    'set-up.card': '布置采样点',
    'set-up.open': '还有 {count} 项没看',
    'set-up.done': '都看过了',
  },
  en: {
    sample: 'Sample people',
    rounds: '{count} {count|round|rounds} open',
    'set-up.card': 'Set up the site',
    'set-up.open': '{count} {count|point|points} to look at',
    'set-up.done': 'all looked at',
  },
});
