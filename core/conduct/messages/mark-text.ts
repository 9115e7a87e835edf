import { defineText } from '#kernel/ui/text.ts';

/** What the module is called in menus and titles: all that the shells load of it at first. */
export const markText = defineText({
  'zh-CN': { conduct: '守则', quiz: '守则答题', write: '写守则' },
  en: { conduct: 'Code of practice', quiz: 'Quiz', write: 'Write the code' },
});
