import './problems.ts';
import { defineText } from '#kernel/ui/text.ts';
import en from './handover.en.ts';
import zh from './handover.zh-CN.ts';

/** Texts of the console's screens about boxes, hand-overs, differences and the summary. */
export const handoverText = defineText({ 'zh-CN': zh, en });
