import './problems.ts';
import { defineText } from '#kernel/ui/text.ts';
import en from './plan.en.ts';
import zh from './plan.zh-CN.ts';

/** Texts of planning a round: whom, where, with how many hands. */
export const planText = defineText({ 'zh-CN': zh, en });
