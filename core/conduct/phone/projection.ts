import type { Duty } from '#core/roster/contract.ts';
import { refuse } from '#kernel/command/command.ts';
import { commandProblems } from '#kernel/command/problems.ts';
import { problem } from '#kernel/problem/problem.ts';
import type { ClientKind, Projection } from '#kernel/sync/client/projection.ts';
import type { Rows } from '#kernel/sync/rows/row-block.ts';
import type { ConductEvent } from '../contract/events.ts';
import type { Acknowledgement, Attempt } from '../contract/rows.ts';
import { COLLECTIONS, type CodeOnPhone, type HomeRow, type SettingRow } from '../contract/sync.ts';
import { decideLearn, type LearnCommand } from '../domain/decide-learn.ts';
import { evolve } from '../domain/evolve.ts';
import { type ConductState, createConductState } from '../domain/state.ts';

export interface PhoneConduct {
  readonly conduct: ConductState;
  /** Version → the key of its video. */
  readonly videoKeys: Map<string, string>;
  readonly homes: Map<string, HomeRow>;
  readonly duties: Map<string, Duty>;
  readonly settings: Map<string, SettingRow>;
}

/** My own duties, as the roster sends them. */
const DUTIES = 'roster.duty';

/** The rows were made by the sync sources on the server; their types are those of the contracts. */
const typed = <Row extends { readonly id: string }>(rows: Rows): Rows<Row> => rows as unknown as Rows<Row>;

const loaders: Readonly<Record<string, (state: PhoneConduct, rows: Rows) => void>> = {
  [COLLECTIONS.code]: ({ conduct, videoKeys }, rows) => {
    const codes = typed<CodeOnPhone>(rows);
    conduct.codes.load(codes);
    for (const { id, videoKey } of codes) {
      if (videoKey === null) videoKeys.delete(id);
      else videoKeys.set(id, videoKey);
    }
  },
  [COLLECTIONS.attempt]: ({ conduct }, rows) => void conduct.attempts.load(typed<Attempt>(rows)),
  [COLLECTIONS.acknowledgement]: ({ conduct }, rows) =>
    void conduct.acknowledgements.load(typed<Acknowledgement>(rows)),
  [COLLECTIONS.home]: ({ homes }, rows) => {
    for (const row of typed<HomeRow>(rows)) homes.set(row.id, row);
  },
  [COLLECTIONS.setting]: (state, rows) => {
    for (const row of typed<SettingRow>(rows)) state.settings.set(row.id, row);
    state.conduct.settings = [...state.settings.values()];
  },
  [DUTIES]: ({ duties }, rows) => {
    for (const row of typed<Duty>(rows)) duties.set(row.id, row);
  },
};

const removers: Readonly<Record<string, (state: PhoneConduct, ids: readonly string[]) => void>> = {
  [COLLECTIONS.code]: ({ conduct }, ids) => conduct.codes.remove(ids),
  [COLLECTIONS.attempt]: ({ conduct }, ids) => conduct.attempts.remove(ids),
  [COLLECTIONS.acknowledgement]: ({ conduct }, ids) => conduct.acknowledgements.remove(ids),
  [COLLECTIONS.home]: ({ homes }, ids) => ids.forEach((id) => void homes.delete(id)),
  [COLLECTIONS.setting]: (state, ids) => {
    for (const id of ids) state.settings.delete(id);
    state.conduct.settings = [...state.settings.values()];
  },
  [DUTIES]: ({ duties }, ids) => ids.forEach((id) => void duties.delete(id)),
};

/** What a phone decides; writing codes is for the desk, and its rules stay there. */
const kinds = {
  'conduct.take-quiz': { nature: 'fact', v: 1 },
  'conduct.acknowledge': { nature: 'fact', v: 1 },
} as const satisfies Record<LearnCommand['kind'], ClientKind>;

/** Codes as a phone has them: the server's own marking over the pulled versions, what waits laid over. */
export const projection: Projection<PhoneConduct> = {
  name: 'conduct',
  collections: [...Object.values(COLLECTIONS), DUTIES],
  kinds,
  build: () => ({
    conduct: createConductState(),
    videoKeys: new Map(),
    homes: new Map(),
    duties: new Map(),
    settings: new Map(),
  }),
  load: (state, collection, rows) => loaders[collection]?.(state, rows),
  remove: (state, collection, ids) => removers[collection]?.(state, ids),
  clear({ conduct }) {
    conduct.codes.clearChanges();
    conduct.attempts.clearChanges();
    conduct.acknowledgements.clearChanges();
  },
  decide: ({ conduct }, command) =>
    command.kind in kinds
      ? decideLearn(conduct, command as LearnCommand)
      : refuse(problem(commandProblems['unknown-kind'])),
  evolve: ({ conduct }, event, stamp) => evolve(conduct, event as ConductEvent, stamp),
};
