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
    const found = await people.livingPlaces(tx, { residentIds, householdIds });
    const byId = new Map(found.map((one) => [one.residentId, one]));
    const lost = residentIds.filter((id) => !byId.has(id));
    if (lost.length > 0) {
      // A late phone speaks of an entry that was merged since.
      const standing = await people.standingIds(tx, lost);
      const more = await people.livingPlaces(tx, { residentIds: [...standing.values()], householdIds: [] });
      const stands = new Map(more.map((one) => [one.residentId, one]));
      for (const [id, standingId] of standing) {
        const one = stands.get(standingId);
        if (one) byId.set(id, one);
      }
    }
    const byHousehold = new Map<string, PersonPlace[]>();
    for (const one of found)
      byHousehold.set(one.householdId, [...(byHousehold.get(one.householdId) ?? []), one]);
    state.people = {
      person: (id) => byId.get(id),
      household: (id): readonly PersonPlace[] => byHousehold.get(id) ?? [],
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
