import { defineText } from '#kernel/ui/text.ts';
import en from './undertaking.en.ts';
import zh from './undertaking.zh-CN.ts';

/** All that a phone says of personal data: the undertaking, and the name of the group. */
export const undertakingText = defineText({ 'zh-CN': zh, en });
