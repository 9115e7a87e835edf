import type { GroupId } from '#core/accounts/contract.ts';
import type { SettingValue } from '#kernel/settings/setting.ts';

/** `handovers.group/<group>`: what the places of a group left open, to its duties and leaders. */
export const GROUP_TERMS = 'handovers.group';
export const groupTerm = (group: GroupId): string => `${GROUP_TERMS}/${group}`;

export const COLLECTIONS = {
  note: 'handovers.note',
  reading: 'handovers.reading',
  point: 'handovers.point',
  deed: 'handovers.deed',
  setting: 'handovers.setting',
} as const;

/** My own duties, as the roster sends them. */
export const DUTIES = 'roster.duty';

/** One row per term, since terms come and go one by one. */
export interface SettingRow extends SettingValue {
  readonly id: string;
  readonly version: number;
}
