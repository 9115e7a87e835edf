import type { Stamp } from '#kernel/command/module.ts';
import type { PeopleEvent } from '../contract/events.ts';
import type { ResidentField } from '../contract/rows.ts';
import { applyChanges, newResident, positionOf } from './apply-changes.ts';
import { evolveByHand } from './evolve-by-hand.ts';
import type { Resident } from './resident.ts';
import type { PeopleState } from './state.ts';

export function evolve(state: PeopleState, event: PeopleEvent, stamp: Stamp): void {
  const { version, at } = stamp;
  const { tools } = state;
  switch (event.type) {
    case 'people.household-added': {
      const { householdId: id, dwellingId } = event.data;
      state.households.put({ id, dwellingId, endedAt: null, version });
      return;
    }
    case 'people.resident-added': {
      const { residentId, householdId, dwellingId, set } = event.data;
      const row = newResident(residentId, householdId, dwellingId, positionOf(version, 0));
      state.residents.put({ ...applyChanges(row, set, tools), version });
      reviveHousehold(state, householdId, version);
      return;
    }
    case 'people.resident-changed': {
      const { residentId, set, confirmed } = event.data;
      update(state, residentId, (row) => ({
        ...applyChanges(row, set, tools),
        confirmed: confirm(row, confirmed, at),
        version,
      }));
      return;
    }
    case 'people.resident-away-set': {
      const { residentId, away, reason } = event.data;
      const awayReason = away ? reason : '';
      update(state, residentId, (row) => ({
        ...row,
        away,
        awayReason,
        confirmed: confirm(row, ['away'], at),
        version,
      }));
      return;
    }
    case 'people.resident-moved': {
      const { residentId, householdId, dwellingId } = event.data;
      const row = state.residents.get(residentId);
      if (!row) return;
      state.residents.put({ ...row, householdId, dwellingId, version });
      reviveHousehold(state, householdId, version);
      if (row.dwellingId === dwellingId) return;
      const byHand = event.data.byImport !== true;
      const { actorId } = stamp;
      state.moves.push({
        residentId,
        version,
        fromDwellingId: row.dwellingId,
        toDwellingId: dwellingId,
        byHand,
        actorId,
        at,
      });
      return;
    }
    case 'people.resident-ended': {
      const { residentId, reason, on } = event.data;
      const ended = { endedAt: at, endReason: reason, endedOn: on ?? null };
      update(state, residentId, (row) => ({ ...row, ...ended, version }));
      return;
    }
    case 'people.resident-restored': {
      const row = state.residents.get(event.data.residentId);
      if (!row) return;
      state.residents.put({ ...row, endedAt: null, endReason: null, endedOn: null, version });
      reviveHousehold(state, row.householdId, version);
      return;
    }
    case 'people.import-mapping-saved': {
      const { mappingId: id, name, mapping } = event.data;
      state.mappings.put({ id, version, name, mapping, endedAt: null });
      return;
    }
    case 'people.import-mapping-removed': {
      const row = state.mappings.get(event.data.mappingId);
      if (row) state.mappings.put({ ...row, version, endedAt: at });
      return;
    }
    case 'people.looked': {
      const { commandId: id, actorId } = stamp;
      state.looks.push({ id, version, actorId, at, ...event.data });
      return;
    }
    case 'people.rows-imported': {
      const { places, households, added, changed } = event.data;
      state.places?.add(places, version);
      for (const household of households) state.households.put({ ...household, endedAt: null, version });
      for (const [line, { id, householdId, dwellingId, set }] of added.entries()) {
        const row = newResident(id, householdId, dwellingId, positionOf(version, line));
        state.residents.put({ ...applyChanges(row, set, tools), version });
      }
      for (const { id, set } of changed) {
        update(state, id, (row) => ({ ...applyChanges(row, set, tools), version }));
      }
      return;
    }
    default:
      evolveByHand(state, event, stamp);
  }
}

/** Somebody lives in it again. */
function reviveHousehold(state: PeopleState, id: string, version: number): void {
  const household = state.households.get(id);
  if (household && household.endedAt !== null) state.households.put({ ...household, endedAt: null, version });
}

function update(state: PeopleState, id: string, change: (row: Resident) => Resident): void {
  const row = state.residents.get(id);
  if (row) state.residents.put(change(row));
}

const confirm = (row: Resident, fields: readonly ResidentField[], at: number): Record<string, number> => ({
  ...row.confirmed,
  ...Object.fromEntries(fields.map((field) => [field, at])),
});
