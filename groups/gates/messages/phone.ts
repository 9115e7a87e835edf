import './problems.ts';
import { defineText } from '#kernel/ui/text.ts';
import en from './phone.en.ts';
import zh from './phone.zh-CN.ts';

/** Texts of the phone at a gate. */
export const phoneText = defineText({ 'zh-CN': zh, en });
