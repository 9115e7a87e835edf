import type { PassesBody } from '../contract/commands.ts';

/** For whom one pass is, before it has an id. */
export type Holder = Omit<PassesBody<'passes.issue'>['passes'][number], 'passId'>;
export const NOBODY: Holder = {
  residentId: null,
  householdId: null,
  memberId: null,
  label: null,
  plate: null,
};

export interface HolderProps {
  readonly chosen: readonly Holder[];
  readonly onChoose: (holders: readonly Holder[]) => void;
}
