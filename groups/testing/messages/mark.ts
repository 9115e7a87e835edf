import type { GroupMark } from '#kernel/ui/screen.ts';
import { translator } from '#kernel/ui/text.ts';
import { phoneText } from './phone.ts';

/** 测, teal: on the score, menus and prints. */
export const mark: GroupMark = {
  group: 'testing',
  character: '测',
  hue: 'teal',
  title: (language) => translator(phoneText, language)('group'),
};
