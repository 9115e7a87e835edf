import type { Gate } from '../../contract/rows.ts';
import type { PhoneState } from '../phone-state.ts';

/** The gate this phone stands at, with all it holds. */
export interface Here {
  readonly state: PhoneState;
  readonly gate: Gate;
  readonly laneId: string | null;
}
