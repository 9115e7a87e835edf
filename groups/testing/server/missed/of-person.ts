import type { AreaTx } from '#kernel/db/area-tx.ts';
import { selectByKeys } from '#kernel/db/select.ts';
import type { ToldCall } from '../../contract/missed-queries.ts';
import type { Missed } from '../../contract/missed-rows.ts';
import type { TestingDoors } from '../doors.ts';
import { missedTable, secondCallTable } from '../tables.ts';
import { tellCalls } from './read-missed.ts';

export interface MissedOfPerson {
  /** By round. */
  readonly flags: ReadonlyMap<string, Pick<Missed, 'since' | 'clearedAt' | 'clearedBy'>>;
  readonly calls: ReadonlyMap<string, ToldCall[]>;
}

/** In which rounds somebody was missed, and when he or she was called again. */
export async function missedOf(
  tx: AreaTx,
  doors: TestingDoors,
  residentIds: readonly string[],
): Promise<MissedOfPerson> {
  const keys = { resident_id: residentIds };
  const flags = await selectByKeys(tx, missedTable, keys);
  const calls = await selectByKeys(tx, secondCallTable, keys);
  return {
    flags: new Map(
      flags.map(({ roundId, since, clearedAt, clearedBy }) => [roundId, { since, clearedAt, clearedBy }]),
    ),
    calls: await tellCalls(tx, doors, calls, 'roundId'),
  };
}
