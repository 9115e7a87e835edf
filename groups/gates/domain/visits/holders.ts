import type { KnownPass } from '#groups/passes/contract.ts';
import type { Gate, Presence } from '../../contract/rows.ts';

/** Who came in by a pass and lives nowhere here: a worker, a courier, a visitor, a volunteer, a vehicle. */
export interface HolderInside {
  readonly passId: string;
  /** Null where the pass is not known any more. */
  readonly pass: KnownPass | null;
  readonly gateId: string;
  /** Of the gate; in which building they are nobody knows. */
  readonly compoundId: string | null;
  /** Epoch ms. */
  readonly since: number;
}

/** The longest inside first. Whoever holds a household's pass is at home, not a stranger. */
export function holdersInside(
  presence: Iterable<Presence>,
  passOf: (passId: string) => KnownPass | undefined,
  gateOf: (gateId: string) => Pick<Gate, 'compoundId'> | undefined,
): HolderInside[] {
  const holders: HolderInside[] = [];
  for (const { residentId, householdId, passId, direction, gateId, at } of presence) {
    if (residentId !== null || householdId !== null || passId === null || direction !== 'in') continue;
    const compoundId = gateOf(gateId)?.compoundId ?? null;
    holders.push({ passId, pass: passOf(passId) ?? null, gateId, compoundId, since: at });
  }
  return holders.sort((a, b) => a.since - b.since || (a.passId < b.passId ? -1 : 1));
}
