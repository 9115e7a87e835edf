import './problems.ts';
import { defineText } from '#kernel/ui/text.ts';
import en from './call-up.en.ts';
import zh from './call-up.zh-CN.ts';

/** Texts of the console's call-up, its prints, its chat texts and the site's big screen. */
export const callUpText = defineText({ 'zh-CN': zh, en });
