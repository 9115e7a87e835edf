import './problems.ts';
import { defineText } from '#kernel/ui/text.ts';
import en from './handover-phone.en.ts';
import zh from './handover-phone.zh-CN.ts';

/** Texts of the phone's screens about boxes and hand-overs. */
export const handoverPhoneText = defineText({ 'zh-CN': zh, en });
