import './visit-problems.ts';
import { defineText } from '#kernel/ui/text.ts';
import en from './inside.en.ts';
import zh from './inside.zh-CN.ts';

/** Texts of the desk's page of who is inside. */
export const insideText = defineText({ 'zh-CN': zh, en });
