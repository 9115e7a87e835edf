import { WorkingSet } from '#kernel/command/working-set.ts';
import type { Projection } from '#kernel/sync/client/projection.ts';
import type { GatesEvent } from '../contract/events.ts';
import type { GatesCommand } from '../domain/command.ts';
import { decide } from '../domain/decide.ts';
import { evolve } from '../domain/evolve.ts';
import { basePart } from './base-part.ts';
import type { PhonePart } from './part.ts';
import { passesPart } from './passes-part.ts';
import { createPhoneState, type PhoneState } from './phone-state.ts';
import { visitsPart } from './visits/part.ts';

/** One line per part. */
const parts: readonly PhonePart[] = [basePart, passesPart, visitsPart];

const collections = Object.assign({}, ...parts.map((part) => part.collections)) as PhonePart['collections'];

/** The phone's view of gates: the server's own rules over the pulled rows, pending work laid over. */
export const projection: Projection<PhoneState> = {
  name: 'gates',
  collections: Object.keys(collections),
  kinds: Object.assign({}, ...parts.map((part) => part.kinds)) as PhonePart['kinds'],
  build: createPhoneState,
  load: (state, collection, rows) => collections[collection]?.load(state, rows),
  remove: (state, collection, ids) => collections[collection]?.remove(state, ids),
  clear({ gates }) {
    for (const part of Object.values(gates)) if (part instanceof WorkingSet) part.clearChanges();
    gates.photos.length = 0;
  },
  decide: (state, command) => decide(state.gates, command as GatesCommand),
  evolve: (state, event, stamp) => evolve(state.gates, event as GatesEvent, stamp),
};
