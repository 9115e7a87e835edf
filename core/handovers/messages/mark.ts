import type { GroupMark } from '#kernel/ui/screen.ts';
import { translator } from '#kernel/ui/text.ts';
import { markText } from './mark-text.ts';

/** 交, slate: it belongs to all groups. */
export const handoversMark: GroupMark = {
  group: 'handovers',
  character: '交',
  hue: 'slate',
  title: (language) => translator(markText, language)('handovers'),
};
