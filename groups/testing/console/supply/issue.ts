import type { TestingBodies } from '../../contract/commands.ts';
import type { Supplies } from '../../contract/supply-queries.ts';
import type { SupplyKind } from '../../contract/supply-rows.ts';
import { supplyKey } from '../../domain/supply/reckon.ts';

export interface What {
  readonly kind: SupplyKind;
  /** Of `other` only. */
  readonly name: string;
}

/** What each lane still lacks of that supply: needed less issued; nothing where no need is known. */
export function stillNeeded({ lanes, lines }: Supplies, what: What): ReadonlyMap<string, number> {
  const key = supplyKey(what);
  const lacking = new Map(lanes.map(({ laneId }) => [laneId, 0]));
  for (const line of lines) {
    if (supplyKey(line) === key) lacking.set(line.laneId, Math.max(0, (line.needed ?? 0) - line.issued));
  }
  return lacking;
}

/** The command for lanes that get some; null when none does. */
export function issueBody(
  roundId: string,
  what: What,
  quantities: ReadonlyMap<string, number>,
  newId: () => string,
): TestingBodies['testing.issue-supplies'] | null {
  const items = [...quantities]
    .filter(([, quantity]) => quantity > 0)
    .map(([laneId, quantity]) => ({ entryId: newId(), laneId, ...what, quantity }));
  return items.length === 0 ? null : { roundId, items, note: '' };
}
