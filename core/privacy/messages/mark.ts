import type { GroupMark } from '#kernel/ui/screen.ts';
import { translator } from '#kernel/ui/text.ts';
import { text } from './index.ts';

export const privacyMark: GroupMark = {
  group: 'privacy',
  character: '密',
  hue: 'slate',
  title: (language) => translator(text, language)('privacy'),
};
