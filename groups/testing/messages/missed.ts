import './problems.ts';
import { defineText } from '#kernel/ui/text.ts';
import en from './missed.en.ts';
import zh from './missed.zh-CN.ts';

/** Texts of the missed, second calls and follow-up rounds. */
export const missedText = defineText({ 'zh-CN': zh, en });
