import './problems.ts';
import { defineText } from '#kernel/ui/text.ts';
import en from './flow.en.ts';
import zh from './flow.zh-CN.ts';

/** Texts of the desk's pages of gates. */
export const flowText = defineText({ 'zh-CN': zh, en });
