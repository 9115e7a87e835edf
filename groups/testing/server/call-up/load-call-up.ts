import { sql } from 'kysely';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { selectByKeys, selectRows } from '#kernel/db/select.ts';
import type { TestingState } from '../../domain/state.ts';
import type { TestingDoors } from '../doors.ts';
import type { Needs } from '../needs.ts';
import { doorTable, siteTable, slotTable } from '../tables.ts';
import { callUpPeople } from './people.ts';

/** Nothing for a batch of scans: only commands of the call-up ask. */
export async function loadCallUps(
  tx: AreaTx,
  doors: TestingDoors,
  state: TestingState,
  needs: Needs,
): Promise<void> {
  state.slots.load(await selectByKeys(tx, slotTable, { id: needs.slots }));
  state.doors.load(await selectByKeys(tx, doorTable, { id: needs.doors }));
  if (needs.callUpsOf.size === 0) return;
  const ofThem = sql`round_id = any(${[...needs.callUpsOf]}::uuid[])`;
  state.sites.load(await selectRows(tx, siteTable, ofThem));
  state.slots.load(await selectRows(tx, slotTable, ofThem));
  state.doors.load(await selectRows(tx, doorTable, ofThem));
  for (const [roundId, at] of needs.callUpPeopleOf) {
    const round = state.rounds.get(roundId);
    if (round) state.callUpPeople.set(roundId, await callUpPeople(tx, doors, round, at));
  }
}
