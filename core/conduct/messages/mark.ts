import type { GroupMark } from '#kernel/ui/screen.ts';
import { translator } from '#kernel/ui/text.ts';
import { markText } from './mark-text.ts';

/** 则, slate: it belongs to all groups. */
export const conductMark: GroupMark = {
  group: 'conduct',
  character: '则',
  hue: 'slate',
  title: (language) => translator(markText, language)('conduct'),
};
