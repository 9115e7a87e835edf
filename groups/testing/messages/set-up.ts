import { defineText } from '#kernel/ui/text.ts';
import en from './set-up.en.ts';
import zh from './set-up.zh-CN.ts';

/** Texts of setting up, console and phone. */
export const setUpText = defineText({ 'zh-CN': zh, en });
