import type { SettingValue } from '#kernel/settings/setting.ts';
import type { Code } from './rows.ts';

/** The codes in force, and what I passed and acknowledged; to everyone who works here: one learns before a duty. */
export const MINE_TERM = 'conduct.mine';

export const COLLECTIONS = {
  code: 'conduct.code',
  attempt: 'conduct.attempt',
  acknowledgement: 'conduct.acknowledgement',
  /** My home group. */
  home: 'conduct.home',
  setting: 'conduct.setting',
} as const;

/** A version as it travels: without its contents once it holds no longer. */
export type CodeOnPhone = Code & {
  /** The file's key, base64url, to open the video kept on the phone; null without a video. */
  readonly videoKey: string | null;
};

export interface HomeRow {
  /** A standing's. */
  readonly id: string;
  readonly group: string;
  readonly from: number;
  readonly until: number | null;
  readonly version: number;
}

export interface SettingRow extends SettingValue {
  readonly id: string;
  readonly version: number;
}
