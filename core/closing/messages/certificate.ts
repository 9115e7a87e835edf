import { defineText } from '#kernel/ui/text.ts';
import en from './certificate.en.ts';
import zh from './certificate.zh-CN.ts';

/** The words of the certificate of destruction. */
export const certificateText = defineText({ 'zh-CN': zh, en });
