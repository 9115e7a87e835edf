import { defineText } from '#kernel/ui/text.ts';
import en from './practice.en.ts';
import zh from './practice.zh-CN.ts';

/** Texts of learning on the phone. */
export const practiceText = defineText({ 'zh-CN': zh, en });
