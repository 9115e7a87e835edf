import { defineText } from '#kernel/ui/text.ts';
import en from './problems.en.ts';
import zh from './problems.zh-CN.ts';

// Registered here, found by `problemText` and `kindText`; every screen's texts import this file.
export const problemsText = defineText({ 'zh-CN': zh, en });
