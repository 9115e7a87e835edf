import { oc } from '@orpc/contract';
import * as z from 'zod';
import { defineProblems } from '../problem/problem.ts';
import { SETTING_UNITS } from './setting.ts';

export const settingsProblems = defineProblems('settings', 6000, {
  'unknown-setting': [1, 404],
  /** Outside the bounds, or not among the allowed values. */
  'value-not-allowed': [2, 422],
});

export const setSetting = z.object({
  id: z.uuid(),
  key: z.string().max(80),
  value: z.number(),
  /** Epoch ms from which it holds. */
  from: z.number().int(),
  source: z.string().min(1).max(500),
});
export type SetSetting = z.infer<typeof setSetting>;

const said = z.object({ 'zh-CN': z.string(), en: z.string() });

const settingView = z.object({
  key: z.string(),
  name: said,
  unit: z.enum(SETTING_UNITS),
  value: z.number(),
  from: z.number(),
  /** Of the value in force; the default's where nobody set one. */
  source: said,
  weak: z.boolean(),
  isDefault: z.boolean(),
  min: z.number(),
  max: z.number(),
  allowed: z.array(z.number()).nullable(),
  /** What each allowed value means, where the values are words; null where they are numbers. */
  choices: z.array(said).nullable(),
});
export type SettingView = z.infer<typeof settingView>;

export const settingsQueries = oc.router({
  /** Every setting with the value in force now. */
  list: oc.route({ method: 'GET', path: '/settings/list', tags: ['settings'] }).output(z.array(settingView)),
});
