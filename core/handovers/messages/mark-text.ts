import { defineText } from '#kernel/ui/text.ts';

/** What the module is called in menus and titles: all that the shells load of it at first. */
export const markText = defineText({
  'zh-CN': { handovers: '交接记录', write: '写交接' },
  en: { handovers: 'Handovers', write: 'Write the handover' },
});
