import { defineText } from '#kernel/ui/text.ts';
import en from './papers.en.ts';
import zh from './papers.zh-CN.ts';

/** The words of the three papers: what is proposed, asked and printed. */
export const paperText = defineText({ 'zh-CN': zh, en });
