import { LATEST } from '#kernel/time-id/instant.ts';
import type { Slot } from '../../contract/call-up-rows.ts';

export type SlotState = 'planned' | 'called' | 'skipped' | 'ended';

export function slotState(slot: Pick<Slot, 'endedAt' | 'skippedAt' | 'lastCallAt'>): SlotState {
  if (slot.endedAt !== null) return 'ended';
  if (slot.skippedAt !== null && slot.skippedAt > (slot.lastCallAt ?? 0)) return 'skipped';
  return slot.lastCallAt === null ? 'planned' : 'called';
}

/** Not called yet, and still to be: what a change of the plan may touch. */
export const isAhead = (slot: Pick<Slot, 'endedAt' | 'lastCallAt'>): boolean =>
  slot.endedAt === null && slot.lastCallAt === null;

/** Calling order at a site. */
export const byStart = (a: Pick<Slot, 'startsAt' | 'id'>, b: Pick<Slot, 'startsAt' | 'id'>): number =>
  a.startsAt - b.startsAt || (a.id < b.id ? -1 : 1);

/** What follows from a time that somebody named may lie where no row can hold it. */
export const canStand = (times: readonly { readonly startsAt: number; readonly endsAt: number }[]): boolean =>
  times.every(({ startsAt, endsAt }) => startsAt >= 0 && endsAt <= LATEST);
