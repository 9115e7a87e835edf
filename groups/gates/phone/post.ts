import type { Gate, GateLane } from '../contract/rows.ts';
import type { PhoneState } from './phone-state.ts';

/** Where somebody stands. */
export interface Post {
  readonly gate: Gate;
  readonly lane: GateLane;
}

const KEY = 'concerto.gates.post';

/** Chosen once, kept for whoever holds the phone next: a phone lies at a gate, people change. */
export function keepPost(gateId: string, laneId: string): void {
  localStorage.setItem(KEY, `${gateId}/${laneId}`);
}

export function postOf({ gates }: PhoneState, gateId: string, laneId: string): Post | null {
  const gate = gates.gates.get(gateId);
  const lane = gates.lanes.get(laneId);
  if (!gate || gate.closedAt !== null || lane?.gateId !== gateId || lane.removedAt !== null) return null;
  return { gate, lane };
}

/** The one chosen last, while it stands. */
export function keptPost(state: PhoneState): Post | null {
  const [gateId = '', laneId = ''] = (localStorage.getItem(KEY) ?? '').split('/');
  return postOf(state, gateId, laneId);
}

/** Every way through, in the order of the plan. */
export function posts({ gates }: PhoneState): readonly Post[] {
  const standing = [...gates.gates.all()].filter(({ closedAt }) => closedAt === null);
  return standing
    .sort((a, b) => a.sort - b.sort)
    .flatMap((gate) =>
      gates.lanes
        .by('gate', gate.id)
        .filter(({ removedAt }) => removedAt === null)
        .sort((a, b) => a.sort - b.sort)
        .map((lane) => ({ gate, lane })),
    );
}
