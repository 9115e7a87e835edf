import { defineText } from '#kernel/ui/text.ts';
import en from './en.ts';
import './problems.ts';
import zh from './zh-CN.ts';

/** Texts of accounts; also the names of roles (`role.*`) and working groups (`group.*`) for every module. */
export const text = defineText({ 'zh-CN': zh, en });
