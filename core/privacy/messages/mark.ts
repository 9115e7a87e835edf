import type { GroupMark } from '#kernel/ui/screen.ts';
import { translator } from '#kernel/ui/text.ts';
import { undertakingText } from './undertaking.ts';

export const privacyMark: GroupMark = {
  group: 'privacy',
  character: '密',
  hue: 'slate',
  title: (language) => translator(undertakingText, language)('group'),
};
