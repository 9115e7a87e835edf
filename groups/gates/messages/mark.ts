import type { GroupMark } from '#kernel/ui/screen.ts';
import { defineText, translator } from '#kernel/ui/text.ts';

// Apart from the screens' words: the shells show it before any screen is loaded.
const text = defineText({ 'zh-CN': { group: '秩序维护组' }, en: { group: 'Order' } });

/** 岗, indigo: on the score, menus and prints. */
export const mark: GroupMark = {
  group: 'gates',
  character: '岗',
  hue: 'indigo',
  title: (language) => translator(text, language)('group'),
};
