import type { Gate } from '../../contract/rows.ts';
import type { PhoneState } from '../phone-state.ts';
import { useGates } from './use-state.ts';

/** The gate this phone stands at, with all it holds. */
export interface Here {
  readonly state: PhoneState;
  readonly gate: Gate;
  readonly laneId: string | null;
}

export function useHere(): Here | null {
  const state = useGates();
  const [gate] = [...state.gates.gates.all()].filter(({ closedAt }) => closedAt === null);
  return gate ? { state, gate, laneId: null } : null;
}
