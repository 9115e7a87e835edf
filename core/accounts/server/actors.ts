import { sql } from 'kysely';
import { rosterSettings } from '#core/roster/contract.ts';
import { type Actor, SYSTEM_GRANT } from '#kernel/access/access.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { isUuid } from '#kernel/time-id/uuid.ts';
import type { Standing } from '../contract/rows.ts';
import { isSystemActor } from '../domain/authority.ts';
import { type DutyPeriod, grantsOf } from '../domain/grants.ts';

type StandingPart = Pick<Standing, 'memberId' | 'role' | 'group' | 'from' | 'until'>;
interface DutyPart extends DutyPeriod {
  readonly memberId: string;
}

const MINUTE = 60_000;

/** The first parts of the events after which grants are read anew: roles, duties, settings that stretch a duty. */
export const GRANT_SOURCES: readonly string[] = ['accounts.', 'roster.', 'settings.'];

/**
 * The actors of a batch with all they may do, in two index look-ups whatever their number. Grants carry their
 * periods, so a command of yesterday is judged by yesterday's roles and duties. Unknown ids get an actor without
 * grants; the system actors hold `system`.
 */
export async function loadActors(tx: AreaTx, ids: readonly string[]): Promise<ReadonlyMap<string, Actor>> {
  const actors = new Map<string, Actor>();
  const memberIds: string[] = [];
  for (const id of ids) {
    if (isSystemActor(id)) actors.set(id, systemActor(id));
    else if (isUuid(id)) memberIds.push(id);
    else actors.set(id, { id, grants: [] });
  }
  if (memberIds.length === 0) return actors;
  const [standingParts, dutyParts] = await Promise.all([
    loadStandingParts(tx, memberIds),
    loadDutyParts(tx, memberIds),
  ]);
  const standings = group(standingParts);
  const duties = group(dutyParts);
  for (const id of memberIds) {
    actors.set(id, { id, grants: grantsOf(standings.get(id) ?? [], duties.get(id) ?? []) });
  }
  return actors;
}

/** `system` or `cli`: the server acting by itself. */
export const systemActor = (id: string): Actor => ({
  id,
  grants: [{ grant: SYSTEM_GRANT, from: 0, until: null }],
});

async function loadStandingParts(tx: AreaTx, ids: readonly string[]): Promise<readonly StandingPart[]> {
  const { rows } = await sql<StandingPart>`
    select member_id, role, "group", "from", "until" from accounts.standing
    where area_id = ${tx.areaId} and member_id = any(${ids}::uuid[])`.execute(tx.db);
  return rows;
}

/** The settings that hold are those in force when the duty ends. */
async function loadDutyParts(tx: AreaTx, ids: readonly string[]): Promise<readonly DutyPart[]> {
  const { rows } = await sql<DutyPart>`
    select d.member_id, d."group", d."from", d."until", d.ended_at,
      ${MINUTE} * coalesce(${setting(rosterSettings.early.key)}, ${rosterSettings.early.defaultValue}) as early_ms,
      ${MINUTE} * coalesce(${setting(rosterSettings.grace.key)}, ${rosterSettings.grace.defaultValue}) as grace_ms
    from roster.duty d
    where d.area_id = ${tx.areaId} and d.member_id = any(${ids}::uuid[])`.execute(tx.db);
  return rows;
}

const setting = (key: string) => sql`(
  select s.value from kernel.setting s
  where s.area_id = d.area_id and s.key = ${key} and s.valid_from <= d."until"
  order by s.valid_from desc, s.version desc limit 1)`;

function group<T extends { readonly memberId: string }>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const rowsOfMember = groups.get(row.memberId);
    if (rowsOfMember) rowsOfMember.push(row);
    else groups.set(row.memberId, [row]);
  }
  return groups;
}
