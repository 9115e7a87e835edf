import './problems.ts';
import { defineText } from '#kernel/ui/text.ts';
import en from './supply.en.ts';
import zh from './supply.zh-CN.ts';

/** Texts of a round's supplies, on the console, on the phone and on paper. */
export const supplyText = defineText({ 'zh-CN': zh, en });
