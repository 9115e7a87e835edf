import './problems.ts';
import { defineText } from '#kernel/ui/text.ts';
import en from './console.en.ts';
import zh from './console.zh-CN.ts';

/** Texts of the console's screens. */
export const consoleText = defineText({ 'zh-CN': zh, en });
