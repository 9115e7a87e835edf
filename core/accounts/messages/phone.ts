import { defineText } from '#kernel/ui/text.ts';
import lockEn from './lock.en.ts';
import lockZh from './lock.zh-CN.ts';
import en from './phone.en.ts';
import zh from './phone.zh-CN.ts';
import './problems.ts';

/** The texts of accounts that a phone shows; the desk's would weigh on its first page. */
export const phoneText = defineText({
  'zh-CN': { ...lockZh, ...zh },
  en: { ...lockEn, ...en },
});
