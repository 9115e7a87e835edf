import { defineText } from '#kernel/ui/text.ts';
import en from './problems.en.ts';
import zh from './problems.zh-CN.ts';

/** The words of problems, found by `problemText`; imported by the texts of the desk and of the phone alike. */
defineText({ 'zh-CN': zh, en });
