import type { QueryContext } from '#kernel/query/context.ts';
import type { Said } from '#kernel/ui/text.ts';
import type { PlacesInStatus } from './readers.ts';
import type { ZoneStatus } from './rows.ts';

/** Living places that go from one status to another together. */
export interface ZoneShift {
  readonly before: ZoneStatus;
  readonly after: ZoneStatus;
  readonly places: PlacesInStatus;
}

/** One thing that would be different, in plain words. */
export interface Consequence {
  readonly said: Said;
  /** Where the console shows it now; null where there is nothing to look at. */
  readonly to: string | null;
}

/**
 * What a module says of a change of status before it is confirmed. The module lists one of these where it is mounted;
 * zones asks each of them and knows none. What has to change with the status is the module's own reaction to
 * `zones.status-set`, `zones.status-ended` and `zones.status-withdrawn`, in the same transaction.
 */
export interface ZoneConsequences {
  /** Whose words these are, as its page is called. */
  readonly name: Said;
  /** @param at epoch ms when the statuses shift; @returns nothing where nothing changes */
  foresee(tx: QueryContext['tx'], shift: ZoneShift, at: number): Promise<readonly Consequence[]>;
}
