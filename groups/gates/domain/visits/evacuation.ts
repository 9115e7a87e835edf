import { isInside, type Visit } from '../../contract/visit-rows.ts';

/** What an evacuation list needs of a resident; the name masked, or in full behind a recorded look. */
export interface Housed {
  readonly id: string;
  readonly buildingId: string;
  readonly entrance: string | null;
  readonly room: string;
  readonly floor: number | null;
  /** Address order as plain text order. */
  readonly sort: string;
  readonly name: string;
  readonly away: boolean;
  readonly needsHelp: boolean;
}

export interface EvacuationList<Person extends Housed = Housed> {
  /** At home as far as register and gates know, in walking order: who needs a hand stands in his or her place. */
  readonly home: readonly Person[];
  /** Out through a gate: nobody looks for them inside. */
  readonly out: readonly Person[];
  /** Away by the register. */
  readonly away: readonly Person[];
  /** Inside the building. */
  readonly visits: readonly Visit[];
}

/**
 * Whom to bring out of a building.
 * @param people living residents of the building, in any order
 * @param isOut whether a resident is out now
 * @param visits of any building
 */
export function evacuationList<Person extends Housed>(
  buildingId: string,
  people: Iterable<Person>,
  isOut: (residentId: string) => boolean,
  visits: Iterable<Visit>,
): EvacuationList<Person> {
  const here = [...people]
    .filter((person) => person.buildingId === buildingId)
    .sort((a, b) => order(a.sort, b.sort) || order(a.id, b.id));
  const present = here.filter(({ away }) => !away);
  return {
    home: present.filter(({ id }) => !isOut(id)),
    out: present.filter(({ id }) => isOut(id)),
    away: here.filter(({ away }) => away),
    visits: [...visits]
      .filter((visit) => visit.buildingId === buildingId && isInside(visit))
      .sort((a, b) => order(a.room, b.room) || a.enteredAt - b.enteredAt),
  };
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
