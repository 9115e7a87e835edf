import { defineText } from '#kernel/ui/text.ts';
import en from './numbers.en.ts';
import zh from './numbers.zh-CN.ts';

/** Texts of the numbers over rounds and of completion by building. */
export const numbersText = defineText({ 'zh-CN': zh, en });
