import { defineText } from '#kernel/ui/text.ts';
import en from './import.en.ts';
import zh from './import.zh-CN.ts';

/** Texts of a register's import: the page, the reasons, the sheet of doubtful cells. */
export const importText = defineText({ 'zh-CN': zh, en });
