import { defineText } from '#kernel/ui/text.ts';
import en from './en.ts';
import zh from './zh-CN.ts';

export const text = defineText({ 'zh-CN': zh, en });
