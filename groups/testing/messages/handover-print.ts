import { defineText } from '#kernel/ui/text.ts';
import en from './handover-print.en.ts';
import zh from './handover-print.zh-CN.ts';

/** Texts on the hand-over form and the signed summary. */
export const handoverPrintText = defineText({ 'zh-CN': zh, en });
