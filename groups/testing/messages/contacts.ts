import './problems.ts';
import { defineText } from '#kernel/ui/text.ts';
import en from './contacts.en.ts';
import zh from './contacts.zh-CN.ts';

/** Texts of the list of contacts, its print and the export in full. */
export const contactsText = defineText({ 'zh-CN': zh, en });
