import type { Duty } from '#core/roster/contract.ts';
import type { Projection } from '#kernel/sync/client/projection.ts';
import type { Rows } from '#kernel/sync/rows/row-block.ts';
import type { HandoversCommand } from '../contract/commands.ts';
import type { HandoversEvent } from '../contract/events.ts';
import type { Deed, Note, Point, Reading } from '../contract/rows.ts';
import { COLLECTIONS, DUTIES, type SettingRow } from '../contract/sync.ts';
import { decide, evolve } from '../domain/decide.ts';
import { createHandoversState, type HandoversState } from '../domain/state.ts';

export interface PhoneHandovers {
  readonly handovers: HandoversState;
  readonly duties: Map<string, Duty>;
  readonly settings: Map<string, SettingRow>;
}

type Loader = (state: PhoneHandovers, rows: Rows) => void;
type Remover = (state: PhoneHandovers, ids: readonly string[]) => void;

/** The rows were made by the sync sources on the server; their types are those of the contracts. */
const typed = <Row extends { readonly id: string }>(rows: Rows): Rows<Row> => rows as unknown as Rows<Row>;
const keep = <Row extends { readonly id: string }>(map: Map<string, Row>, rows: Rows) => {
  for (const row of typed<Row>(rows)) map.set(row.id, row);
};
const drop = (map: Map<string, unknown>, ids: readonly string[]) => {
  for (const id of ids) map.delete(id);
};

const loaders: Readonly<Record<string, Loader>> = {
  [COLLECTIONS.note]: ({ handovers }, rows) => void handovers.notes.load(typed<Note>(rows)),
  [COLLECTIONS.reading]: ({ handovers }, rows) => void handovers.readings.load(typed<Reading>(rows)),
  [COLLECTIONS.point]: ({ handovers }, rows) => void handovers.points.load(typed<Point>(rows)),
  [COLLECTIONS.deed]: ({ handovers }, rows) => void handovers.deeds.load(typed<Deed>(rows)),
  [COLLECTIONS.setting]: ({ settings }, rows) => keep(settings, rows),
  [DUTIES]: ({ duties }, rows) => keep(duties, rows),
};

const removers: Readonly<Record<string, Remover>> = {
  [COLLECTIONS.note]: ({ handovers }, ids) => handovers.notes.remove(ids),
  [COLLECTIONS.reading]: ({ handovers }, ids) => handovers.readings.remove(ids),
  [COLLECTIONS.point]: ({ handovers }, ids) => handovers.points.remove(ids),
  [COLLECTIONS.deed]: ({ handovers }, ids) => handovers.deeds.remove(ids),
  [COLLECTIONS.setting]: ({ settings }, ids) => drop(settings, ids),
  [DUTIES]: ({ duties }, ids) => drop(duties, ids),
};

/** Notes and points as a phone has them: the server's own rules over the pulled rows, what waits laid over. */
export const projection: Projection<PhoneHandovers> = {
  name: 'handovers',
  collections: [...Object.values(COLLECTIONS), DUTIES],
  kinds: {
    'handovers.write-note': { nature: 'fact', v: 1 },
    'handovers.confirm-note': { nature: 'fact', v: 1 },
    'handovers.add-point': { nature: 'fact', v: 1 },
    'handovers.mark-point': { nature: 'fact', v: 1 },
  },
  build: () => ({ handovers: createHandoversState(), duties: new Map(), settings: new Map() }),
  load: (state, collection, rows) => loaders[collection]?.(state, rows),
  remove: (state, collection, ids) => removers[collection]?.(state, ids),
  clear({ handovers }) {
    handovers.notes.clearChanges();
    handovers.readings.clearChanges();
    handovers.points.clearChanges();
    handovers.deeds.clearChanges();
  },
  decide: ({ handovers }, command) => decide(handovers, command as HandoversCommand),
  evolve: ({ handovers }, event, stamp) => evolve(handovers, event as HandoversEvent, stamp),
};
