import type { GroupMark } from '#kernel/ui/screen.ts';
import { translator } from '#kernel/ui/text.ts';
import { text } from './index.ts';

/** People, duties and zones stand together in the console's left column. */
export const peopleMark: GroupMark = {
  group: 'accounts',
  character: '人',
  hue: 'slate',
  title: (language) => translator(text, language)('mark.people'),
};
