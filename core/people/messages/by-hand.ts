import { defineText } from '#kernel/ui/text.ts';
import en from './by-hand.en.ts';
import zh from './by-hand.zh-CN.ts';

export const byHandText = defineText({ 'zh-CN': zh, en });
