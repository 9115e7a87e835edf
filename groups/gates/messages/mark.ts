import type { GroupMark } from '#kernel/ui/screen.ts';

/** 岗, indigo: on the score, menus and prints. */
export const mark: GroupMark = {
  group: 'gates',
  character: '岗',
  hue: 'indigo',
  title: (language) => (language === 'en' ? 'Gates' : '门岗'),
};
