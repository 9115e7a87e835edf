import type { PersonPlace } from '#core/people/contract.ts';
import { COLLECTIONS } from '../../contract/sync.ts';
import type { GatesCommand } from '../../domain/command.ts';
import type { ServerPart } from '../part.ts';
import { changedCards } from './cards.ts';
import { missedDelta } from './missed.ts';

/** Who lives where. */
export const peoplePart: ServerPart = {
  async load(tx, { people }, state, commands) {
    const { residentIds, householdIds } = namedIn(commands);
    if (residentIds.length + householdIds.length === 0) return;
    const found = [...(await people.livingPlaces(tx, { residentIds, householdIds }))];
    const byId = new Map(found.map((one) => [one.residentId, one]));
    const lost = residentIds.filter((id) => !byId.has(id));
    if (lost.length > 0) {
      // A late phone speaks of an entry that was merged since.
      const standing = await people.standingIds(tx, lost);
      const more = await people.livingPlaces(tx, { residentIds: [...standing.values()], householdIds: [] });
      const stands = new Map(more.map((one) => [one.residentId, one]));
      for (const [id, standingId] of standing) {
        const one = stands.get(standingId);
        if (one) byId.set(id, one).set(standingId, one);
      }
    }
    const homes = homesLeft(commands, byId);
    if (homes.length > 0)
      found.push(...(await people.livingPlaces(tx, { residentIds: [], householdIds: homes })));
    const byHousehold = new Map<string, Map<string, PersonPlace>>();
    for (const one of found) {
      const home = byHousehold.get(one.householdId) ?? new Map<string, PersonPlace>();
      byHousehold.set(one.householdId, home.set(one.residentId, one));
    }
    state.people = {
      person: (id) => byId.get(id),
      household: (id): readonly PersonPlace[] => [...(byHousehold.get(id)?.values() ?? [])],
    };
  },

  save: async () => undefined,

  async delta(tx, doors, { since }) {
    const cards = await changedCards(tx, doors, since);
    return { ...cards, [COLLECTIONS.missed]: await missedDelta(tx, doors, since) };
  },
};

function namedIn(commands: readonly GatesCommand[]): { residentIds: string[]; householdIds: string[] } {
  const residentIds = new Set<string>();
  const householdIds = new Set<string>();
  for (const { kind, body } of commands) {
    if (kind !== 'gates.record-passage') continue;
    if (body.residentId !== null) residentIds.add(body.residentId);
    else if (body.householdId !== null) householdIds.add(body.householdId);
  }
  return { residentIds: [...residentIds], householdIds: [...householdIds] };
}

/** Households whose members went out by their own name: whether one of them is named is asked of all. */
function homesLeft(commands: readonly GatesCommand[], byId: ReadonlyMap<string, PersonPlace>): string[] {
  const homes = new Set<string>();
  for (const { kind, body } of commands) {
    if (kind !== 'gates.record-passage' || body.direction === 'in' || body.outcome !== 'allowed') continue;
    const home = byId.get(body.residentId ?? '')?.householdId;
    if (home !== undefined) homes.add(home);
  }
  return [...homes];
}
