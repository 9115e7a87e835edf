import { currentSession } from '#kernel/ui/session.ts';
import type { Lane, Tube } from '../contract.ts';
import type { TestingState } from '../domain/state.ts';

/** The tube in the sampler's hand. Before its first sample it is known to this phone alone. */
export interface TubeInHand {
  readonly tubeId: string;
  readonly code: string;
}

/** Per person: on a shared phone the next one has another tube in hand. */
const key = (laneId: string): string => `concerto.testing.tube/${laneId}/${currentSession()?.actorId ?? ''}`;

/** Survives a reload, also offline: a tube scanned and not yet used is not scanned again. */
export function keepInHand(laneId: string, tube: TubeInHand | null): void {
  if (tube) localStorage.setItem(key(laneId), JSON.stringify(tube));
  else localStorage.removeItem(key(laneId));
}

export function readInHand(laneId: string): TubeInHand | null {
  const kept = localStorage.getItem(key(laneId));
  return kept === null ? null : (JSON.parse(kept) as TubeInHand);
}

/** The tube's row, once a first sample has opened it. */
export const rowOf = (state: TestingState, tube: TubeInHand | null): Tube | undefined =>
  tube ? state.tubes.get(tube.tubeId) : undefined;

/** This lane's tubes, the latest opened first. */
export function tubesOf(state: TestingState, lane: Pick<Lane, 'id'>): Tube[] {
  const tubes: Tube[] = [];
  for (const tube of state.tubes.all())
    if (tube.laneId === lane.id && tube.voidedAt === null) tubes.push(tube);
  return tubes.sort((a, b) => b.openedAt - a.openedAt || (a.id < b.id ? 1 : -1));
}
