import { sql } from 'kysely';
import { freshened } from '#kernel/crypto/sealed-table.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { upsertRows } from '#kernel/db/upsert.ts';
import type {
  AccountsState,
  InvitationRow,
  MemberRow,
  NewPinRow,
  PlaceChange,
  SessionsToEnd,
  StandingRow,
} from '../domain/state.ts';
import { sealedMember } from './sealed-phone.ts';
import { invitationTable, memberTable, newPinTable, standingTable } from './tables.ts';

const invitationColumns = sql.raw(
  'id, version, token_hash, role, "group", name, expires_at, used_at, used_by, revoked_at, invited_by, invited_at, member_id, phone_end',
);
const newPinColumns = sql.raw(
  'id, version, member_id, token_hash, expires_at, used_at, revoked_at, offered_by, offered_at',
);

/** Members by id, those at work with one of the phones, and every secretary at work. */
export async function loadMembers(
  tx: AreaTx,
  ids: readonly string[],
  phoneBlinds: readonly string[],
): Promise<readonly MemberRow[]> {
  const { rows } = await sql<MemberRow>`
    select id, version, name, phone_cipher, phone_blind, phone_mask, role, "group", resident_id, ended_at
    from accounts.member
    where area_id = ${tx.areaId} and (
      id = any(${ids}::uuid[])
      or (ended_at is null and (role = 'secretary' or phone_blind = any(${phoneBlinds}::text[]))))`.execute(
    tx.db,
  );
  return rows.map((row) => freshened(tx.keys, sealedMember, row));
}

export async function loadStandings(
  tx: AreaTx,
  memberIds: readonly string[],
): Promise<readonly StandingRow[]> {
  const { rows } = await sql<StandingRow>`
    select id, version, member_id, role, "group", "from", "until" from accounts.standing
    where area_id = ${tx.areaId} and member_id = any(${memberIds}::uuid[])`.execute(tx.db);
  return rows;
}

export async function loadInvitations(tx: AreaTx, ids: readonly string[]): Promise<readonly InvitationRow[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<InvitationRow>`
    select ${invitationColumns}
    from accounts.invitation
    where area_id = ${tx.areaId} and id = any(${ids}::uuid[])`.execute(tx.db);
  return rows;
}

/** By its token's hash; also a used, revoked or expired one, so that its holder is told which. */
export async function findInvitation(tx: AreaTx, tokenHash: string): Promise<InvitationRow | null> {
  const { rows } = await sql<InvitationRow>`
    select ${invitationColumns}
    from accounts.invitation where area_id = ${tx.areaId} and token_hash = ${tokenHash}`.execute(tx.db);
  return rows[0] ?? null;
}

/** Codes by id, and every one of the members. */
export async function loadNewPins(
  tx: AreaTx,
  ids: readonly string[],
  memberIds: readonly string[],
): Promise<readonly NewPinRow[]> {
  if (ids.length + memberIds.length === 0) return [];
  const { rows } = await sql<NewPinRow>`
    select ${newPinColumns} from accounts.new_pin
    where area_id = ${tx.areaId} and (id = any(${ids}::uuid[]) or member_id = any(${memberIds}::uuid[]))`.execute(
    tx.db,
  );
  return rows;
}

/** By its token's hash; also one that is closed, so that its holder is told why. */
export async function findNewPin(tx: AreaTx, tokenHash: string): Promise<NewPinRow | null> {
  const { rows } = await sql<NewPinRow>`
    select ${newPinColumns} from accounts.new_pin
    where area_id = ${tx.areaId} and token_hash = ${tokenHash}`.execute(tx.db);
  return rows[0] ?? null;
}

/** Saves what a batch changed, with the places in schema `auth` in the same transaction. */
export async function saveState(tx: AreaTx, state: AccountsState): Promise<void> {
  await upsertRows(tx, memberTable, state.members.changed());
  await upsertRows(tx, standingTable, state.standings.changed());
  await upsertRows(tx, invitationTable, state.invitations.changed());
  await upsertRows(tx, newPinTable, state.newPins.changed());
  for (const memberId of state.factorsToReset) await resetSecondFactor(tx, memberId);
  for (const end of state.sessionsToEnd) await endMemberSessions(tx, end);
  for (const change of state.places) await savePlace(tx, change);
}

/** One account has one place in an area; a member's place is one account's. */
async function savePlace(tx: AreaTx, { memberId, accountId }: PlaceChange): Promise<void> {
  if (accountId === null) {
    await sql`delete from auth.place where area = ${tx.areaId} and member_id = ${memberId}`.execute(tx.db);
    return;
  }
  await sql`
    insert into auth.place (account_id, area, member_id) values (${accountId}, ${tx.areaId}, ${memberId})
    on conflict (account_id, area) do update set member_id = excluded.member_id, last_seen_at = null`.execute(
    tx.db,
  );
}

/** A session of somebody else is left alone: the member's account must own it. */
async function endMemberSessions(tx: AreaTx, { memberId, sessionId }: SessionsToEnd): Promise<void> {
  await sql`
    delete from auth.session s using auth.place p
    where p.area = ${tx.areaId} and p.member_id = ${memberId} and s."userId" = p.account_id
      and (${sessionId}::uuid is null or s."id" = ${sessionId}::uuid)`.execute(tx.db);
}

async function resetSecondFactor(tx: AreaTx, memberId: string): Promise<void> {
  for (const table of ['auth.second_factor', 'auth.passkey']) {
    await sql`
      delete from ${sql.table(table)} f using auth.place p
      where p.area = ${tx.areaId} and p.member_id = ${memberId} and f.account_id = p.account_id`.execute(
      tx.db,
    );
  }
}
