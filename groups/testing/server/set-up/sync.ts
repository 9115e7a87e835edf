import { sql } from 'kysely';
import { can } from '#kernel/access/access.ts';
import { selectRows } from '#kernel/db/select.ts';
import type { SyncSource } from '#kernel/sync/module.ts';
import type { CollectionDelta, PulledRow } from '#kernel/sync/protocol.ts';
import { actions, rules } from '../../contract/access.ts';
import {
  SET_UP_COLLECTIONS,
  SET_UP_TERM,
  type SetUpRoundRow,
  type SetUpSiteRow,
  setUpTerm,
} from '../../contract/set-up-sync.ts';
import { roundTable, siteTable } from '../tables.ts';
import { setUpCheckTable, setUpPointTable } from './tables.ts';

/** As long as the round itself stays on phones after its closing. */
const KEPT_AFTER_CLOSING_MS = 24 * 3_600_000;

/** The lists of sites and what was said of them, for whoever has testing duty or leads; from the draft on. */
export const setUpSync: SyncSource = {
  name: SET_UP_TERM,

  async terms(tx, actor, at) {
    if (!can(rules, actor, actions.setUp, at)) return [];
    const { rows } = await sql<{ id: string }>`
      select id from testing.round r
      where area_id = ${tx.areaId}
        and (state <> 'closed' or closed_at > ${new Date(at - KEPT_AFTER_CLOSING_MS)})
        and exists (select from testing.set_up_point p where p.area_id = r.area_id and p.round_id = r.id)
      order by created_at`.execute(tx.db);
    return rows.map(({ id }) => setUpTerm(id));
  },

  async delta(tx, _actor, term, since) {
    const roundId = term.slice(SET_UP_TERM.length + 1);
    const changed = sql`round_id = ${roundId} and version > ${since}`;
    const rounds = await selectRows(tx, roundTable, sql`id = ${roundId} and version > ${since}`);
    const sites = await selectRows(tx, siteTable, changed);
    return {
      [SET_UP_COLLECTIONS.round]: only(
        rounds.map(({ id, name, state, version }): SetUpRoundRow => ({ id, name, state, version })),
      ),
      [SET_UP_COLLECTIONS.site]: only(sites satisfies readonly SetUpSiteRow[]),
      [SET_UP_COLLECTIONS.point]: only(await selectRows(tx, setUpPointTable, changed)),
      [SET_UP_COLLECTIONS.check]: only(await selectRows(tx, setUpCheckTable, changed)),
    };
  },
};

const only = (rows: readonly object[]): CollectionDelta => ({ rows: rows as readonly PulledRow[], gone: [] });
