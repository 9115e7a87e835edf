import { implement } from '@orpc/server';
import { sql } from 'kysely';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { type QueryContext, requireAction } from '#kernel/query/context.ts';
import { accountsQueries, type InvitationRow, type PersonAtWork } from '../contract/queries.ts';
import { COMMAND_POST } from '../contract/roles.ts';

const os = implement(accountsQueries).$context<QueryContext>();

export const accountsRouter = os.router({
  people: os.people.handler(async ({ context, input }) => {
    requireAction(context, 'accounts:see-people');
    return { people: [...(await loadPeople(context.tx, input.ended, context.now))] };
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
      p.last_seen_at,
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

/** The command post sees all; a leader or deputy those for the groups they lead. */
async function loadInvitations({ tx, actor, now }: QueryContext): Promise<readonly InvitationRow[]> {
  const held = actor.grants
    .filter((g) => g.from <= now && (g.until === null || now < g.until))
    .map((g) => g.grant);
  const all = held.some((g) => g === 'system' || COMMAND_POST.includes(g));
  const groups = held.flatMap((g) => /^role:(?:leader|deputy):(.+)$/.exec(g)?.[1] ?? []);
  const { rows } = await sql<InvitationRow>`
    select id, role, "group", name, invited_by, expires_at, used_at, revoked_at
    from accounts.invitation
    where area_id = ${tx.areaId} and (${all} or "group" = any(${groups}::text[]))
    order by invited_at desc, id desc`.execute(tx.db);
  return rows;
}
