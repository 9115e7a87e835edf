import { implement } from '@orpc/server';
import { sql } from 'kysely';
import { rosterSettings } from '#core/roster/contract.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { ProblemError } from '#kernel/problem/problem.ts';
import { type QueryContext, requireAction } from '#kernel/query/context.ts';
import { loadSettings } from '#kernel/settings/server/store.ts';
import { settingAt } from '#kernel/settings/setting.ts';
import { accountsProblems } from '../contract/problems.ts';
import {
  accountsQueries,
  type InvitationRow,
  type OpenSession,
  type PersonAtWork,
} from '../contract/queries.ts';
import { COMMAND_POST, type GroupId, type Role } from '../contract/roles.ts';
import { mayGive, standingsOf } from '../domain/authority.ts';
import { hasSecondFactor } from './auth/second-factor.ts';
import { sessionsOf } from './auth/session-notes.ts';

const os = implement(accountsQueries).$context<QueryContext>();

export const accountsRouter = os.router({
  people: os.people.handler(async ({ context, input }) => {
    requireAction(context, 'accounts:see-people');
    return { people: [...(await loadPeople(context.tx, input.ended, context.now))] };
  }),
  sessions: os.sessions.handler(async ({ context, input: { memberId } }) => {
    requireAction(context, 'accounts:see-sessions');
    return { sessions: [...(await loadSessions(context, memberId))] };
  }),
  rights: os.rights.handler(async ({ context }) => {
    requireAction(context, 'accounts:see-rights');
    const values = await loadSettings(context.tx);
    return {
      rules: Object.entries(context.rules).map(([action, grants]) => ({ action, grants: [...grants] })),
      dutyEarlyMinutes: settingAt(rosterSettings.early, values, context.now).value,
      dutyGraceMinutes: settingAt(rosterSettings.grace, values, context.now).value,
    };
  }),
  invitations: os.invitations.handler(async ({ context }) => {
    requireAction(context, 'accounts:invite');
    return { invitations: [...(await loadInvitations(context))] };
  }),
});

/** Names of the area's own people and masked phones: leaders of every group move people between them. */
async function loadPeople(tx: AreaTx, ended: boolean, now: number): Promise<readonly PersonAtWork[]> {
  const { rows } = await sql<PersonAtWork>`
    select m.id, m.name, m.phone_mask, m.role, m."group", m.resident_id, m.ended_at,
      (select (extract(epoch from max(s."from")) * 1000)::int8 from accounts.standing s
        where s.area_id = m.area_id and s.member_id = m.id) as since,
      p.member_id is not null as can_sign_in,
      ${hasSecondFactor(sql.ref('p.account_id'))} as has_second_factor,
      p.last_seen_at,
      (select (extract(epoch from max(o.expires_at)) * 1000)::int8 from accounts.new_pin o
        where o.area_id = m.area_id and o.member_id = m.id and o.used_at is null and o.revoked_at is null
          and o.expires_at > ${new Date(now)}) as new_pin_until,
      coalesce((
        select jsonb_agg(jsonb_build_object(
          'id', d.id, 'group', d."group", 'place', d.place,
          'from', (extract(epoch from d."from") * 1000)::int8,
          'until', (extract(epoch from d."until") * 1000)::int8) order by d."from", d.id)
        from roster.duty d
        where d.area_id = m.area_id and d.member_id = m.id and d.ended_at is null and d."until" > ${new Date(now)}
      ), '[]'::jsonb) as duties
    from accounts.member m
    left join auth.place p on p.area = m.area_id and p.member_id = m.id
    where m.area_id = ${tx.areaId} and (m.ended_at is null or ${ended})
    order by m.ended_at is not null,
      array_position(array['secretary', 'command', 'leader', 'deputy', 'volunteer'], m.role), m."group", m.name, m.id`.execute(
    tx.db,
  );
  return rows;
}

/** Of the people whose role the asker may give; of others nothing, not even whether they are there. */
async function loadSessions(
  { tx, actor, now }: QueryContext,
  memberId: string,
): Promise<readonly OpenSession[]> {
  const { rows } = await sql<{ role: Role; group: GroupId | null; accountId: string | null }>`
    select m.role, m."group", p.account_id from accounts.member m
    left join auth.place p on p.area = m.area_id and p.member_id = m.id
    where m.area_id = ${tx.areaId} and m.id = ${memberId}`.execute(tx.db);
  const member = rows[0];
  const by = standingsOf(actor.grants, now);
  if (!member || !by.some((standing) => mayGive(standing, member.role, member.group))) {
    throw new ProblemError(accountsProblems['not-yours']);
  }
  return member.accountId === null ? [] : sessionsOf(tx.db, member.accountId);
}

/** The command post sees all; a leader or deputy those for the groups they lead. */
async function loadInvitations({ tx, actor, now }: QueryContext): Promise<readonly InvitationRow[]> {
  const held = actor.grants
    .filter((g) => g.from <= now && (g.until === null || now < g.until))
    .map((g) => g.grant);
  const all = held.some((g) => g === 'system' || COMMAND_POST.includes(g));
  const groups = held.flatMap((g) => /^role:(?:leader|deputy):(.+)$/.exec(g)?.[1] ?? []);
  const { rows } = await sql<InvitationRow>`
    select i.id, i.role, i."group", i.name, i.invited_by, by.name as invited_by_name, i.expires_at, i.used_at,
      i.used_by, taker.name as used_by_name, taker.ended_at is not null as used_by_ended, i.phone_end, i.revoked_at
    from accounts.invitation i
    left join accounts.member by on by.area_id = i.area_id and by.id::text = i.invited_by
    left join accounts.member taker on taker.area_id = i.area_id and taker.id = i.used_by
    where i.area_id = ${tx.areaId} and (${all} or i."group" = any(${groups}::text[]))
    order by i.invited_at desc, i.id desc`.execute(tx.db);
  return rows;
}
