import { defineText } from '../../ui/text.ts';
import en from './en.ts';
import zh from './zh-CN.ts';

/** Problems, commands and settings of files. */
export const filesText = defineText({ 'zh-CN': zh, en });
