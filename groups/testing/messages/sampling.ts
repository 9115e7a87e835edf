import { defineText } from '#kernel/ui/text.ts';
import en from './sampling.en.ts';
import zh from './sampling.zh-CN.ts';

/** Texts of the lane beside the scan itself. */
export const samplingText = defineText({ 'zh-CN': zh, en });
