import './problems.ts';
import { defineText } from '#kernel/ui/text.ts';
import en from './results.en.ts';
import zh from './results.zh-CN.ts';

/** Texts of results and recall. */
export const resultsText = defineText({ 'zh-CN': zh, en });
