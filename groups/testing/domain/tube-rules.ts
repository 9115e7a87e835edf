import type { Round, Tube } from '../contract/rows.ts';
import type { TestingState } from './state.ts';

/** Persons a tube of this round holds. */
export const ratioOf = (round: Round): number => (round.mode === 'single' ? 1 : round.poolRatio);

/** From when on nobody should be sampled into it, epoch ms; null while it takes samples. */
export function tubeEnd(tube: Tube): number | null {
  const ends = [tube.closedAt, tube.packedAt, tube.voidedAt].filter((at) => at !== null);
  return ends.length === 0 ? null : Math.min(...ends);
}

/** Without some of its samples: one that had closed by being full takes samples again. */
export function withFewer(tube: Tube, fewer: number): Tube {
  const count = tube.count - fewer;
  const reopens = tube.state === 'closed' && tube.closeReason === 'full' && count < tube.ratio;
  if (!reopens) return { ...tube, count };
  return { ...tube, count, state: 'open', closedAt: null, closedBy: null, closeReason: null };
}

/** The row a tube id stands for now: itself, or the one it turned out to be. Merging goes to an earlier opening, so it ends. */
export function currentTube(state: TestingState, id: string): Tube | undefined {
  let tube = state.tubes.get(id);
  while (tube?.mergedInto) {
    const next = state.tubes.get(tube.mergedInto);
    if (!next) break;
    tube = next;
  }
  return tube;
}

/** First opened first; the id decides between equal times, so that the order never depends on arrival. */
export const byOpening = (a: Tube, b: Tube): number => a.openedAt - b.openedAt || (a.id < b.id ? -1 : 1);
