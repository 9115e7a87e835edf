import { type SettingValue, settingAt } from '#kernel/settings/setting.ts';
import { conductSettings as s } from '../contract/settings.ts';
import type { QuizRules } from './waiting.ts';

/** The numbers in force at a time. @param at epoch ms */
export const quizRules = (values: readonly SettingValue[], at: number): QuizRules => ({
  passMark: settingAt(s.passMark, values, at).value,
  tries: settingAt(s.tries, values, at).value,
  wait: settingAt(s.wait, values, at).value,
});
