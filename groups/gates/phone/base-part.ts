import { KEY_COLLECTION, type SigningKey } from '#core/codes/contract.ts';
import type { Status } from '#core/zones/contract.ts';
import type { SettingOnPhone } from '#kernel/settings/setting.ts';
import type { Gate, GateLane, Passage, Presence } from '../contract/rows.ts';
import { COLLECTIONS, type GateCard, type GateKeyRow, type MissedRow } from '../contract/sync.ts';
import type { GatesState } from '../domain/state.ts';
import { type PhoneCollection, type PhonePart, typed } from './part.ts';
import type { PhoneState } from './phone-state.ts';

interface RowSet<Row> {
  load(rows: Iterable<Row>): unknown;
  remove(ids: Iterable<string>): void;
}

/** Rows of one of the rules' working sets. */
const rowsOf = <Row>(set: (gates: GatesState) => RowSet<Row>): PhoneCollection => ({
  load: ({ gates }, rows) => void set(gates).load(typed<Row>(rows)),
  remove: ({ gates }, ids) => set(gates).remove(ids),
});

/** Rows kept by their id, none of them ever pending. */
const keptIn = <Row extends { readonly id: string }>(
  mapOf: (state: PhoneState) => Map<string, Row>,
): PhoneCollection => ({
  load(state, rows) {
    const map = mapOf(state);
    for (const row of typed<Row>(rows)) map.set(row.id, row);
  },
  remove(state, ids) {
    const map = mapOf(state);
    for (const id of ids) map.delete(id);
  },
});

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

const fromHex = (hex: string): Uint8Array =>
  Uint8Array.from({ length: hex.length / 2 }, (_, i) => Number.parseInt(hex.slice(i * 2, i * 2 + 2), 16));
