import './visit-problems.ts';
import { defineText } from '#kernel/ui/text.ts';
import en from './evacuation.en.ts';
import zh from './evacuation.zh-CN.ts';

/** Texts of the evacuation list: phone, desk and paper. */
export const evacuationText = defineText({ 'zh-CN': zh, en });
