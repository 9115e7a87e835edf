import { defineText } from '#kernel/ui/text.ts';
import en from './subject.en.ts';
import zh from './subject.zh-CN.ts';

export const subjectText = defineText({ 'zh-CN': zh, en });
