import { KEY_COLLECTION, type SigningKey } from '#core/codes/contract.ts';
import type { Status } from '#core/zones/contract.ts';
import type { SettingOnPhone } from '#kernel/settings/setting.ts';
import type { Gate, GateLane, Passage, Presence } from '../contract/rows.ts';
import { COLLECTIONS, type GateCard, type GateKeyRow, type MissedRow } from '../contract/sync.ts';
import { keptIn, rowsOf } from './collections.ts';
import { fromHex } from './hex.ts';
import { type PhoneCollection, type PhonePart, typed } from './part.ts';

const settings = keptIn<SettingOnPhone>((state) => state.settings);
const missed: PhoneCollection = {
  load({ gates }, rows) {
    for (const { id, since } of typed<MissedRow>(rows)) gates.missed.set(id, since);
  },
  remove({ gates }, ids) {
    for (const id of ids) gates.missed.delete(id);
  },
};

/** Gates, people, passages; and of other modules the zones and the keys of codes. */
export const basePart: PhonePart = {
  collections: {
    [COLLECTIONS.gate]: rowsOf<Gate>((gates) => gates.gates),
    [COLLECTIONS.lane]: rowsOf<GateLane>((gates) => gates.lanes),
    [COLLECTIONS.passage]: rowsOf<Passage>((gates) => gates.passages),
    [COLLECTIONS.presence]: rowsOf<Presence>((gates) => gates.presence),
    [COLLECTIONS.missed]: missed,
    [COLLECTIONS.card]: {
      load: ({ people }, rows) => people.put(typed<GateCard>(rows)),
      remove: ({ people }, ids) => people.remove(ids),
    },
    [COLLECTIONS.setting]: {
      load(state, rows) {
        settings.load(state, rows);
        state.gates.settings = [...state.settings.values()];
      },
      remove(state, ids) {
        settings.remove(state, ids);
        state.gates.settings = [...state.settings.values()];
      },
    },
    [COLLECTIONS.key]: {
      load(state, rows) {
        for (const { identityKey } of typed<GateKeyRow>(rows)) state.identityKey = fromHex(identityKey);
      },
      remove: (state) => {
        state.identityKey = null;
      },
    },
    'zones.status': keptIn<Status>(({ gates }) => gates.statuses),
    [KEY_COLLECTION]: keptIn<SigningKey>((state) => state.keys),
  },
  kinds: {
    'gates.record-passage': { nature: 'fact', v: 1 },
    'gates.undo-passage': { nature: 'wish', v: 1 },
  },
};
