import type { Gate } from '../../contract/rows.ts';
import type { PhoneState } from '../phone-state.ts';
import { keptPost } from '../post.ts';
import { useGates } from '../use-gates.ts';

/** The gate this phone stands at, with all it holds. */
export interface Here {
  readonly state: PhoneState;
  readonly gate: Gate;
  readonly laneId: string | null;
}

export function useHere(): Here | null {
  const state = useGates();
  const post = keptPost(state);
  return post ? { state, gate: post.gate, laneId: post.lane.id } : null;
}
