import './visit-problems.ts';
import { defineText } from '#kernel/ui/text.ts';
import en from './visits.en.ts';
import zh from './visits.zh-CN.ts';

/** Texts of the phone's screens of visits and of who is inside. */
export const visitsText = defineText({ 'zh-CN': zh, en });
