import { defineText } from '../text.ts';
import en from './en.ts';
import zh from './zh-CN.ts';

/** The texts of the primitives themselves. */
export const uiText = defineText({ 'zh-CN': zh, en });
