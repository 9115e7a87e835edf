import { defineText } from '#kernel/ui/text.ts';
import en from './looks.en.ts';
import zh from './looks.zh-CN.ts';

/** How looks at many people at once are told: in the looked-at list, and to those they were about. */
export const looksText = defineText({ 'zh-CN': zh, en });
