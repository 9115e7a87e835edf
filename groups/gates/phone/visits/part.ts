import type { Building } from '#core/places/contract.ts';
import type { Visit } from '../../contract/visit-rows.ts';
import { VISIT_COLLECTION } from '../../contract/visit-sync.ts';
import { type PhoneCollection, type PhonePart, typed } from '../part.ts';
import { loadPlaces, PLACE_COLLECTIONS, type PlacesOnPhone, removePlaces } from './places.ts';

const placesIn = (kind: keyof PlacesOnPhone): PhoneCollection => ({
  load: ({ places }, rows) => loadPlaces(places, kind, rows),
  remove: ({ places }, ids) => removePlaces(places, kind, ids),
});

const buildings = placesIn('buildings');

/** Visits inside, and where they can go. */
export const visitsPart: PhonePart = {
  collections: {
    [VISIT_COLLECTION]: {
      load: ({ gates }, rows) => void gates.visitRows.load(typed<Visit>(rows)),
      remove: ({ gates }, ids) => gates.visitRows.remove(ids),
    },
    [PLACE_COLLECTIONS.compound]: placesIn('compounds'),
    [PLACE_COLLECTIONS.entrance]: placesIn('entrances'),
    [PLACE_COLLECTIONS.building]: {
      load(state, rows) {
        buildings.load(state, rows);
        for (const { id, compoundId } of typed<Building>(rows)) state.gates.buildings.set(id, compoundId);
      },
      remove(state, ids) {
        buildings.remove(state, ids);
        for (const id of ids) state.gates.buildings.delete(id);
      },
    },
  },
  kinds: {
    'gates.register-visit': { nature: 'fact', v: 1 },
    'gates.end-visit': { nature: 'fact', v: 1 },
    'gates.extend-visit': { nature: 'wish', v: 1 },
  },
};
