import type { GroupMark } from '#kernel/ui/screen.ts';
import { defineText, translator } from '#kernel/ui/text.ts';

const text = defineText({ 'zh-CN': { group: '出入证' }, en: { group: 'Passes' } });

/** 证, the order group's indigo: on menus and prints. */
export const mark: GroupMark = {
  group: 'passes',
  character: '证',
  hue: 'indigo',
  title: (language) => translator(text, language)('group'),
};
