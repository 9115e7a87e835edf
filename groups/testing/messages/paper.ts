import './problems.ts';
import { defineText } from '#kernel/ui/text.ts';
import en from './paper.en.ts';
import zh from './paper.zh-CN.ts';
// A misread code says so in the words of codes.
import '#core/codes/messages/index.ts';

/** Texts of entering paper lists. */
export const paperText = defineText({ 'zh-CN': zh, en });
