import { sql } from 'kysely';
import { can } from '#kernel/access/access.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { selectRows } from '#kernel/db/select.ts';
import type { SyncSource } from '#kernel/sync/module.ts';
import type { CollectionDelta, PulledRow } from '#kernel/sync/protocol.ts';
import { goneSince } from '#kernel/sync/server/tombstones.ts';
import { actions, rules } from '../contract/access.ts';
import type { Expected, Round, Sample } from '../contract/rows.ts';
import { COLLECTIONS, ROUND_TERM, type RoundKeyRow, roundTerm } from '../contract/sync.ts';
import type { TestingDoors } from './doors.ts';
import { handoverDelta } from './handover/sync.ts';
import { changedPeople } from './people-delta.ts';
import { roundKey } from './round-key.ts';
import { samplingDelta } from './sampling/delta.ts';
import {
  boxTable,
  doorTable,
  expectedTable,
  laneTable,
  packingTable,
  roundTable,
  type SampleRecord,
  sampleTable,
  secondCallTable,
  siteTable,
  slotTable,
  supplyTable,
  tubeTable,
} from './tables.ts';

/** Late phones still sync, and a leader still looks, for a day after the closing; then phones forget the round. */
const KEPT_AFTER_CLOSING_MS = 24 * 3_600_000;

/** A whole open round for whoever has testing duty now or leads the group; nothing for anybody else. */
export function testingSync(doors: TestingDoors): SyncSource {
  return {
    name: ROUND_TERM,

    async terms(tx, actor, at) {
      if (!can(rules, actor, actions.view, at)) return [];
      const since = new Date(at - KEPT_AFTER_CLOSING_MS);
      const { rows } = await sql<{ id: string }>`
        select id from testing.round
        where area_id = ${tx.areaId} and (state = 'open' or (state = 'closed' and closed_at > ${since}))
        order by opened_at`.execute(tx.db);
      return rows.map(({ id }) => roundTerm(id));
    },

    async delta(tx, _actor, term, since) {
      const roundId = term.slice(ROUND_TERM.length + 1);
      const changed = sql`round_id = ${roundId} and version > ${since}`;
      const rounds = await selectRows(tx, roundTable, sql`id = ${roundId} and version > ${since}`);
      const expected = await selectRows(tx, expectedTable, changed);
      const list = await listDelta(tx, term, expected, since);
      const people = await changedPeople(tx, doors, roundId, expected, since);
      return {
        [COLLECTIONS.round]: only(rounds),
        [COLLECTIONS.key]: only(rounds.map((round) => keyRow(tx, round))),
        [COLLECTIONS.site]: only(await selectRows(tx, siteTable, changed)),
        [COLLECTIONS.lane]: only(await selectRows(tx, laneTable, changed)),
        [COLLECTIONS.expected]: list,
        [COLLECTIONS.tube]: only(await selectRows(tx, tubeTable, changed)),
        [COLLECTIONS.sample]: only((await selectRows(tx, sampleTable, changed)).map(asOnPhones)),
        [COLLECTIONS.supply]: only(await selectRows(tx, supplyTable, changed)),
        [COLLECTIONS.box]: only(await selectRows(tx, boxTable, changed)),
        [COLLECTIONS.packing]: only(await selectRows(tx, packingTable, changed)),
        [COLLECTIONS.slot]: only(await selectRows(tx, slotTable, changed)),
        [COLLECTIONS.door]: only(await selectRows(tx, doorTable, changed)),
        [COLLECTIONS.secondCall]: only(
          (await selectRows(tx, secondCallTable, changed)).map((call) => ({ ...call, note: '' })),
        ),
        ...(await samplingDelta(tx, changed)),
        ...(await handoverDelta(tx, roundId, since)),
        // A person goes with the place on the list.
        [COLLECTIONS.person]: { ...people, gone: [...new Set([...people.gone, ...list.gone])] },
      };
    },
  };
}

/** Places that left the list since then; one that came back is there again. */
async function listDelta(
  tx: AreaTx,
  term: string,
  rows: readonly Expected[],
  since: number,
): Promise<CollectionDelta> {
  const buried = (await goneSince(tx, term, since)).get(COLLECTIONS.expected) ?? [];
  const here = new Set(rows.map(({ id }) => id));
  return { rows: only(rows).rows, gone: buried.filter((id) => !here.has(id)) };
}

function only(rows: readonly object[]): CollectionDelta {
  return { rows: rows as readonly PulledRow[], gone: [] };
}

/**
 * What was read of somebody unknown stays on the server and on the phone that read it. No check-ins are sent, so none is
 * named; the place follows from round and resident.
 */
function asOnPhones({ codeSealed: _, codeBlind: __, placeId: ___, ...row }: SampleRecord): Sample {
  return { ...row, codeText: null, checkInId: '' };
}

function keyRow(tx: AreaTx, { id, createdAt, version }: Round): RoundKeyRow {
  return { id, roundId: id, identityKey: roundKey(tx, id, createdAt).toString('hex'), version };
}
