import { defineText } from '../text.ts';
import en from './en.ts';
import problemsEn from './problems.en.ts';
import problemsZh from './problems.zh-CN.ts';
import zh from './zh-CN.ts';

/** The texts of the primitives themselves. */
export const uiText = defineText({ 'zh-CN': zh, en });

// The texts of the kernel's problems: registered here, found by `problemText`.
defineText({ 'zh-CN': problemsZh, en: problemsEn });
