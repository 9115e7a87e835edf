import { defineText } from '#kernel/ui/text.ts';
import en from './starter.en.ts';
import zh from './starter.zh-CN.ts';

/** A code of practice for gates to begin with; every word of it is the area's to change. */
export const starterText = defineText({ 'zh-CN': zh, en });
