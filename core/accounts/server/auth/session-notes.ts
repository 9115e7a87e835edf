import { type QueryExecutorProvider, sql } from 'kysely';
import type { Database } from '#kernel/db/pool.ts';
import type { OpenSession } from '../../contract/queries.ts';

export interface NewNote {
  readonly sessionId: string;
  /** The phone's own id, the one it syncs with; null at a desk. */
  readonly deviceId: string | null;
  readonly deviceName: string;
}

export async function noteSession(db: Database, note: NewNote, now: number): Promise<void> {
  const { sessionId, deviceId, deviceName } = note;
  await sql`
    insert into auth.session_note (session_id, device_id, device_name, opened_at, last_seen_at)
    values (${sessionId}, ${deviceId}, ${deviceName}, ${new Date(now)}, ${new Date(now)})`.execute(db);
}

/** The session showed the second factor just now. */
export async function noteSecondFactor(db: Database, sessionId: string, now: number): Promise<void> {
  await noteSessionSeen(db, sessionId, now);
  await sql`
    update auth.session_note set second_factor_at = ${new Date(now)} where session_id = ${sessionId}`.execute(
    db,
  );
}

/** Also gives a session its note that was opened before there were notes. */
export async function noteSessionSeen(db: Database, sessionId: string, now: number): Promise<void> {
  await sql`
    insert into auth.session_note (session_id, device_name, opened_at, last_seen_at)
    select s."id", '', s."createdAt", ${new Date(now)} from auth.session s where s."id" = ${sessionId}
    on conflict (session_id) do update set last_seen_at = excluded.last_seen_at`.execute(db);
}

/** Latest seen first. */
export async function sessionsOf(
  db: QueryExecutorProvider,
  accountId: string,
): Promise<readonly OpenSession[]> {
  const { rows } = await sql<OpenSession>`
    select s."id" as id, n.device_id, coalesce(n.device_name, '') as device_name,
      coalesce(n.opened_at, s."createdAt") as opened_at, coalesce(n.last_seen_at, s."createdAt") as last_seen_at
    from auth.session s left join auth.session_note n on n.session_id = s."id"
    where s."userId" = ${accountId} and s."expiresAt" > now()
    order by last_seen_at desc, s."id"`.execute(db);
  return rows;
}

/** @returns whether there was such a session of this account */
export async function endSession(db: Database, accountId: string, sessionId: string): Promise<boolean> {
  const { numAffectedRows = 0n } = await sql`
    delete from auth.session where "userId" = ${accountId} and "id" = ${sessionId}`.execute(db);
  return numAffectedRows > 0n;
}

/** Ends all but one, or all. */
export async function endSessions(db: Database, accountId: string, except: string | null): Promise<void> {
  await sql`
    delete from auth.session where "userId" = ${accountId} and "id" is distinct from ${except}::uuid`.execute(
    db,
  );
}

/** Sessions on one device, of everybody who works in the area. @returns how many */
export async function endSessionsOnDevice(db: Database, areaId: string, deviceId: string): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    delete from auth.session s using auth.session_note n
    where n.session_id = s."id" and n.device_id = ${deviceId}
      and exists (select from auth.place p where p.account_id = s."userId" and p.area = ${areaId})`.execute(
    db,
  );
  return Number(numAffectedRows);
}
