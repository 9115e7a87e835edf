import { expectedId } from '../expected-id.ts';

/**
 * A plan's slots are counted off its own id, minted where the plan was made: whoever works the plan out again gets the
 * same ids.
 * @param n from 0
 */
export function slotId(planId: string, n: number): string {
  const tail = Number.parseInt(planId.slice(28), 16) ^ (n + 1);
  return planId.slice(0, 28) + (tail >>> 0).toString(16).padStart(8, '0');
}

/** One door per household and round, whatever plan it stands in. */
export const stopId = (roundId: string, householdId: string): string => expectedId(roundId, householdId);
