import { defineText } from '../../ui/text.ts';
import en from './en.ts';
import zh from './zh-CN.ts';

// Found by `problemText`.
defineText({ 'zh-CN': zh, en });
