import type { GatesState } from '../domain/state.ts';
import { type PhoneCollection, typed } from './part.ts';
import type { PhoneState } from './phone-state.ts';

interface RowSet<Row> {
  load(rows: Iterable<Row>): unknown;
  remove(ids: Iterable<string>): void;
}

/** Rows of one of the rules' working sets. */
export const rowsOf = <Row extends { readonly id: string }>(
  set: (gates: GatesState) => RowSet<Row>,
): PhoneCollection => ({
  load: ({ gates }, rows) => void set(gates).load(typed<Row>(rows)),
  remove: ({ gates }, ids) => set(gates).remove(ids),
});

/** Rows kept by their id, none of them ever pending. */
export const keptIn = <Row extends { readonly id: string }>(
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
