import './problems.ts';
import { defineText } from '#kernel/ui/text.ts';
import en from './history.en.ts';
import zh from './history.zh-CN.ts';

/** Texts of a tube's and a person's history. */
export const historyText = defineText({ 'zh-CN': zh, en });
