import { sql } from 'kysely';
import { selectRows } from '#kernel/db/select.ts';
import { upsertRows } from '#kernel/db/upsert.ts';
import { loadSettings, settingsSince } from '#kernel/settings/server/store.ts';
import { settings } from '../../contract/settings.ts';
import { COLLECTIONS } from '../../contract/sync.ts';
import { only } from '../delta.ts';
import type { ServerPart } from '../part.ts';
import { gateTable, laneTable } from '../tables.ts';

const KEYS = Object.values(settings).map(({ key }) => key);

/** Gates, lanes, settings: an area has a few, and every command needs them. */
export const gatesPart: ServerPart = {
  async load(tx, { places }, state, commands) {
    const [gates, lanes, values] = await Promise.all([
      selectRows(tx, gateTable, sql`true`),
      selectRows(tx, laneTable, sql`true`),
      loadSettings(tx),
    ]);
    state.gates.load(gates);
    state.lanes.load(lanes);
    state.settings = values;
    if (!commands.some(({ kind }) => kind === 'gates.add-gate')) return;
    for (const { id } of (await places.livingPlaces(tx)).compounds) state.compounds.add(id);
  },

  async save(tx, state) {
    await upsertRows(tx, gateTable, state.gates.changed());
    await upsertRows(tx, laneTable, state.lanes.changed());
  },

  async delta(tx, _doors, { since }) {
    const changed = sql`version > ${since} order by sort, id`;
    return {
      [COLLECTIONS.gate]: only(await selectRows(tx, gateTable, changed)),
      [COLLECTIONS.lane]: only(await selectRows(tx, laneTable, changed)),
      [COLLECTIONS.setting]: only(await settingsSince(tx, KEYS, since)),
    };
  },
};
