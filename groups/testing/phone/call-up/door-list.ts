import type { DoorStop } from '../../contract.ts';
import type { PhoneState } from '../projection.ts';
import { type Member, membersOf } from './members.ts';

/** Doors still on the list, by team in walking order. */
export const standingDoors = (state: PhoneState, roundId: string): DoorStop[] =>
  state.testing.doors
    .by('round', roundId)
    .filter(({ endedAt }) => endedAt === null)
    .sort((a, b) => a.team - b.team || a.sort - b.sort || (a.id < b.id ? -1 : 1));

/** `left`: to be gone to; `nobody`: to be gone to once more; `done`: finished, or everybody there is sampled. */
export type DoorState = 'left' | 'nobody' | 'done';

export function doorState({ visit }: Pick<DoorStop, 'visit'>, members: readonly Member[]): DoorState {
  if (visit === 'done' || (members.length > 0 && members.every(({ sampled }) => sampled))) return 'done';
  return visit ?? 'left';
}

export function doorsLeft(state: PhoneState, roundId: string, doors: readonly DoorStop[]): number {
  const members = membersOf(
    state,
    roundId,
    doors.map(({ householdId }) => householdId),
  );
  return doors.filter((door) => doorState(door, members.get(door.householdId) ?? []) !== 'done').length;
}

/** `3号 1单元 16层 1601`. @param compound whether to say it: needless where there is one */
export function doorWords(
  { place }: Pick<DoorStop, 'place'>,
  floor: (n: number) => string,
  compound: boolean,
): string {
  const { building, entrance, room } = place;
  return [
    compound ? place.compound : null,
    building,
    entrance,
    place.floor === null ? null : floor(place.floor),
    room,
  ]
    .filter((word) => word !== null && word !== '')
    .join(' ');
}
