import { defineText } from '#kernel/ui/text.ts';

/** What the module's dated settings are called, and the practice each default comes from. */
defineText({
  'zh-CN': {
    'setting.conduct.pass-mark': '守则答题答对多少算通过',
    'setting-source.conduct.pass-mark': '培训惯例：八成，六题里答对五题',
    'setting.conduct.tries-before-wait': '守则答题连着几次没过要等一等',
    'setting-source.conduct.tries-before-wait': '培训惯例：三次没过，先回去看守则',
    'setting.conduct.wait-minutes': '等多久才能再答',
    'setting-source.conduct.wait-minutes': '培训惯例：够把守则再读一遍',
  },
  en: {
    'setting.conduct.pass-mark': 'Right answers that pass the quiz of a code of practice',
    'setting-source.conduct.pass-mark': 'Training practice: four fifths, five questions of six',
    'setting.conduct.tries-before-wait': 'Failed tries after which one waits',
    'setting-source.conduct.tries-before-wait': 'Training practice: after three, read the code again first',
    'setting.conduct.wait-minutes': 'How long one waits before the next try',
    'setting-source.conduct.wait-minutes': 'Training practice: enough to read the code once more',
  },
});
