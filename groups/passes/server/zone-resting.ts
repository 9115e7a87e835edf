import type { AreaTx } from '#kernel/db/area-tx.ts';
import { loadSettings } from '#kernel/settings/server/store.ts';
import { passRulesAt } from '../domain/rules.ts';
import type { PassesDoors } from './doors.ts';

/** People and households whose passes rest at a time because of their zone. */
export interface Resting {
  readonly residentIds: readonly string[];
  readonly householdIds: readonly string[];
}

/** @param at epoch ms */
export async function restingAt(tx: AreaTx, { people, zones }: PassesDoors, at: number): Promise<Resting> {
  const { suspendingStatuses } = passRulesAt(await loadSettings(tx), at);
  const places = await zones.placesIn(tx, suspendingStatuses, at);
  const here = await people.residentsInScope(tx, { compoundIds: [], ...places });
  return {
    residentIds: here.map(({ id }) => id),
    householdIds: [...new Set(here.map(({ householdId }) => householdId))],
  };
}
