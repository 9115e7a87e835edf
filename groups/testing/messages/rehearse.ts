import './problems.ts';
import { defineText } from '#kernel/ui/text.ts';
import en from './rehearse.en.ts';
import zh from './rehearse.zh-CN.ts';

/** Texts of rehearsing a day. */
export const rehearseText = defineText({ 'zh-CN': zh, en });
