import { defineText } from '#kernel/ui/text.ts';
import en from './phone.en.ts';
import zh from './phone.zh-CN.ts';

/** What a phone shows of codes; apart from the desk's, which phones need not load. */
export const phoneText = defineText({ 'zh-CN': zh, en });
