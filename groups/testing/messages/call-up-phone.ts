import { defineText } from '#kernel/ui/text.ts';
import en from './call-up-phone.en.ts';
import zh from './call-up-phone.zh-CN.ts';

/** Texts of the caller's and the door team's screens. */
export const callUpPhoneText = defineText({ 'zh-CN': zh, en });
