import { currentSession } from '#kernel/ui/session.ts';

/** Which doors this phone walks, and at which lane its tubes are kept. */
export interface DoorTeam {
  readonly team: number;
  readonly laneId: string;
}

/** Per person: on a shared phone the next one may walk with another team. */
const key = (roundId: string): string =>
  `concerto.testing.doors/${roundId}/${currentSession()?.actorId ?? ''}`;

export function keepTeam(roundId: string, choice: DoorTeam | null): void {
  if (choice) localStorage.setItem(key(roundId), JSON.stringify(choice));
  else localStorage.removeItem(key(roundId));
}

export function readTeam(roundId: string): DoorTeam | null {
  const kept = localStorage.getItem(key(roundId));
  return kept === null ? null : (JSON.parse(kept) as DoorTeam);
}
