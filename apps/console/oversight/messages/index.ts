import type { GroupMark } from '#kernel/ui/screen.ts';
import { defineText, translator } from '#kernel/ui/text.ts';
import en from './en.ts';
import zh from './zh-CN.ts';

export const text = defineText({ 'zh-CN': zh, en });

export const mark: GroupMark = {
  group: 'oversight',
  character: '值',
  hue: 'slate',
  title: (language) => translator(text, language)('mark'),
};
