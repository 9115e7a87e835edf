import type { GroupMark } from '#kernel/ui/screen.ts';
import { defineText, translator } from '#kernel/ui/text.ts';

// Apart from the screens' words: the first page shows it before any screen is loaded.
const text = defineText({ 'zh-CN': { group: '核酸检测' }, en: { group: 'Testing' } });

/** 测, teal: on the score, menus and prints. */
export const mark: GroupMark = {
  group: 'testing',
  character: '测',
  hue: 'teal',
  title: (language) => translator(text, language)('group'),
};
