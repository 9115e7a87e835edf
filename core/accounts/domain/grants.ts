import type { Grant } from '#kernel/access/access.ts';
import { dutyGrant, type GroupId, roleGrant } from '../contract/roles.ts';
import type { Standing } from '../contract/rows.ts';

/** What of a roster duty matters here. */
export interface DutyPeriod {
  readonly group: GroupId;
  readonly from: number;
  readonly until: number;
  /** Ended before its time; null when it ran or runs to its end. */
  readonly endedAt: number | null;
}

/** How much earlier and later than its duty a person may already and still act: settings of the roster, in ms. */
export interface DutyWindow {
  readonly earlyMs: number;
  readonly graceMs: number;
}

/**
 * One member's grants from standings and duties. A duty ended before its time has no grace: the leader took the
 * person off it.
 */
export function grantsOf(
  standings: readonly Standing[],
  duties: readonly DutyPeriod[],
  window: DutyWindow,
): Grant[] {
  const grants: Grant[] = [];
  for (const s of standings) {
    if (s.until !== null && s.until <= s.from) continue;
    grants.push({ grant: roleGrant(s.role, s.group), from: s.from, until: s.until });
  }
  for (const d of duties) {
    const from = d.from - window.earlyMs;
    const until =
      d.endedAt === null ? d.until + window.graceMs : Math.min(d.endedAt, d.until + window.graceMs);
    if (until > from) grants.push({ grant: dutyGrant(d.group), from, until });
  }
  return grants;
}
