import { defineText } from '#kernel/ui/text.ts';
import en from './print.en.ts';
import zh from './print.zh-CN.ts';

/** Texts on paper: cards, labels, signs. */
export const printText = defineText({ 'zh-CN': zh, en });
