import type { GroupId } from '#core/accounts/contract.ts';
import type { Stamp } from '#kernel/command/module.ts';
import { WorkingSet } from '#kernel/command/working-set.ts';
import type { FileRef } from '#kernel/files/contract.ts';
import type { SettingValue } from '#kernel/settings/setting.ts';
import type { Acknowledgement, Attempt, Code, RightAnswers } from '../contract/rows.ts';

export interface ConductState {
  readonly codes: WorkingSet<Code, 'group'>;
  readonly attempts: WorkingSet<Attempt, 'sitter'>;
  readonly acknowledgements: WorkingSet<Acknowledgement, 'member'>;
  settings: readonly SettingValue[];
  /** What only the desk's commands ask; null on a phone, where nobody drafts. */
  readonly desk: Desk | null;
}

export interface Desk {
  /** Whether that member led that group at that time. */
  leads(memberId: string, group: GroupId, at: number): boolean;
  /** Ids of announced files whose bytes are here. */
  readonly received: ReadonlySet<string>;
  /** Code id → its right answers, for the drafts of this batch. */
  readonly answers: Map<string, RightAnswers>;
  /** Code id → who published it, and why it was withdrawn. */
  readonly published: Map<string, string>;
  readonly withdrawn: Map<string, string>;
  readonly videos: { readonly file: FileRef; readonly stamp: Stamp }[];
}

export const sitterOf = (memberId: string, codeId: string): string => `${memberId}/${codeId}`;

export const createConductState = (desk: Desk | null = null): ConductState => ({
  codes: new WorkingSet<Code, 'group'>({ group: ({ group }) => group }),
  attempts: new WorkingSet<Attempt, 'sitter'>({
    sitter: ({ memberId, codeId }) => sitterOf(memberId, codeId),
  }),
  acknowledgements: new WorkingSet<Acknowledgement, 'member'>({ member: ({ memberId }) => memberId }),
  settings: [],
  desk,
});
