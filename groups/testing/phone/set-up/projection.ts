import type { Projection } from '#kernel/sync/client/projection.ts';
import type { Rows } from '#kernel/sync/rows/row-block.ts';
import type { SetUpEvent } from '../../contract/set-up-events.ts';
import type { SetUpCheck, SetUpPoint } from '../../contract/set-up-rows.ts';
import {
  SET_UP_COLLECTIONS,
  type SetUpCollection,
  type SetUpRoundRow,
  type SetUpSiteRow,
} from '../../contract/set-up-sync.ts';
import type { TestingCommand } from '../../domain/command.ts';
import { decideCheckPoint } from '../../domain/set-up/decide.ts';
import { pointChecked } from '../../domain/set-up/evolve.ts';
import { createSetUpState, type SetUpState } from '../../domain/set-up/state.ts';

export interface PhoneSetUp {
  readonly rounds: Map<string, SetUpRoundRow>;
  readonly sites: Map<string, SetUpSiteRow>;
  readonly setUp: SetUpState;
}

/** The rows were made by this module's own sync source on the server; their types are those of its contract. */
const typed = <Row extends { readonly id: string }>(rows: Rows): Rows<Row> => rows as unknown as Rows<Row>;

const loaders: Readonly<Record<SetUpCollection, (s: PhoneSetUp, rows: Rows) => void>> = {
  [SET_UP_COLLECTIONS.round]: (s, rows) => {
    for (const row of typed<SetUpRoundRow>(rows)) s.rounds.set(row.id, row);
  },
  [SET_UP_COLLECTIONS.site]: (s, rows) => {
    for (const row of typed<SetUpSiteRow>(rows)) s.sites.set(row.id, row);
  },
  [SET_UP_COLLECTIONS.point]: (s, rows) => void s.setUp.points.load(typed<SetUpPoint>(rows)),
  [SET_UP_COLLECTIONS.check]: (s, rows) => void s.setUp.checks.load(typed<SetUpCheck>(rows)),
};

const removers: Readonly<Record<SetUpCollection, (s: PhoneSetUp, ids: readonly string[]) => void>> = {
  [SET_UP_COLLECTIONS.round]: (s, ids) => ids.forEach((id) => void s.rounds.delete(id)),
  [SET_UP_COLLECTIONS.site]: (s, ids) => ids.forEach((id) => void s.sites.delete(id)),
  [SET_UP_COLLECTIONS.point]: (s, ids) => s.setUp.points.remove(ids),
  [SET_UP_COLLECTIONS.check]: (s, ids) => s.setUp.checks.remove(ids),
};

/** Sites as they are set up, seen from a phone; apart from the round, which no phone has before its opening. */
export const setUpProjection: Projection<PhoneSetUp> = {
  name: 'testing-set-up',
  collections: Object.values(SET_UP_COLLECTIONS),
  kinds: { 'testing.check-point': { nature: 'fact', v: 1 } },
  build: () => ({ rounds: new Map(), sites: new Map(), setUp: createSetUpState() }),
  load: (state, collection, rows) => loaders[collection as SetUpCollection](state, rows),
  remove: (state, collection, ids) => removers[collection as SetUpCollection](state, ids),
  clear({ setUp }) {
    setUp.points.clearChanges();
    setUp.checks.clearChanges();
    setUp.photos.length = 0;
  },
  decide: (state, command) => decideCheckPoint(state, command as TestingCommand<'testing.check-point'>),
  evolve(state, event, stamp) {
    const { type, data } = event as SetUpEvent;
    if (type === 'testing.point-checked') pointChecked(state, data, stamp);
  },
};
