import type { Grant } from '#kernel/access/access.ts';
import { dutyGrant, type GroupId, roleGrant } from '../contract/roles.ts';
import type { Standing } from '../contract/rows.ts';

/** What of a roster duty matters here, with the settings of the roster that hold for it. */
export interface DutyPeriod {
  readonly group: GroupId;
  readonly from: number;
  readonly until: number;
  /** Ended before its time; null when it ran or runs to its end. */
  readonly endedAt: number | null;
  /** How much earlier the person may already act, ms. */
  readonly earlyMs: number;
  /** How much later the person may still act, ms. */
  readonly graceMs: number;
}

/**
 * One member's grants from standings and duties. A duty ended before its time has no grace: the leader took the
 * person off it.
 */
export function grantsOf(
  standings: readonly Pick<Standing, 'role' | 'group' | 'from' | 'until'>[],
  duties: readonly DutyPeriod[],
): Grant[] {
  const grants: Grant[] = [];
  for (const s of standings) {
    if (s.until !== null && s.until <= s.from) continue;
    grants.push({ grant: roleGrant(s.role, s.group), from: s.from, until: s.until });
  }
  for (const d of duties) {
    const from = d.from - d.earlyMs;
    const end = d.until + d.graceMs;
    const until = d.endedAt === null ? end : Math.min(d.endedAt, end);
    if (until > from) grants.push({ grant: dutyGrant(d.group), from, until });
  }
  return grants;
}
