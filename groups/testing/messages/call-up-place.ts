import { defineText } from '#kernel/ui/text.ts';
import en from './call-up-place.en.ts';
import zh from './call-up-place.zh-CN.ts';

/** How a slot's buildings and floors are said, on phones, screens, prints and in chat groups alike. */
export const callUpPlaceText = defineText({ 'zh-CN': zh, en });
