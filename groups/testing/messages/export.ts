import { defineText } from '#kernel/ui/text.ts';
import en from './export.en.ts';
import zh from './export.zh-CN.ts';

/** Headings and words of the exported sheet. */
export const exportText = defineText({ 'zh-CN': zh, en });
