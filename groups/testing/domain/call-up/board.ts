import type { Slot } from '../../contract/call-up-rows.ts';
import { byStart, slotState } from './slot-state.ts';

type Shown = Pick<Slot, 'id' | 'startsAt' | 'endedAt' | 'skippedAt' | 'lastCallAt'>;

/** A site's slots as its caller and its big screen see them. */
export interface CallBoard<S> {
  /** Called and not skipped, the latest call first. */
  readonly called: readonly S[];
  /** Not called yet, in calling order: the first is the next one. */
  readonly ahead: readonly S[];
  /** Were called and did not come; they may come at any time. */
  readonly skipped: readonly S[];
}

export function callBoard<S extends Shown>(slots: readonly S[]): CallBoard<S> {
  const inState = (state: ReturnType<typeof slotState>) => slots.filter((slot) => slotState(slot) === state);
  return {
    called: inState('called').sort((a, b) => (b.lastCallAt ?? 0) - (a.lastCallAt ?? 0) || byStart(a, b)),
    ahead: inState('planned').sort(byStart),
    skipped: inState('skipped').sort(byStart),
  };
}
