import { sql } from 'kysely';
import type { Database } from '#kernel/db/pool.ts';
import { Gathered } from '#kernel/together/gathered.ts';

/** A session of an account that was used in an area. */
export interface SeenHere {
  readonly accountId: string;
  readonly areaId: string;
  readonly sessionId: string;
  /** Epoch ms. */
  readonly at: number;
}

/** Notes that somebody was seen. A crowd that comes back at once is noted together. */
export function seenNotes(db: Database): (seen: SeenHere) => Promise<void> {
  const notes = new Gathered<SeenHere, void>(async (_lane, seen) => {
    await noteAll(db, seen);
    return new Map();
  });
  return (seen) => notes.ask('', seen);
}

/**
 * Rows are taken in order, so that two servers never wait for each other. A session from before there were notes is
 * given its own. That somebody was seen is told to the minute and need not outlive a crash: nobody waits for the disk.
 */
async function noteAll(db: Database, seen: readonly SeenHere[]): Promise<void> {
  const column = <K extends keyof SeenHere>(key: K): SeenHere[K][] => seen.map((one) => one[key]);
  const at = column('at').map((ms) => new Date(ms));
  await sql`
    with seen as materialized (
      select * from unnest(${column('accountId')}::uuid[], ${column('areaId')}::uuid[], ${column('sessionId')}::uuid[],
        ${at}::timestamptz[]) as s (account, area, session, at)),
    held as materialized (
      select p.account_id, p.area from auth.place p
      where (p.account_id, p.area) in (select account, area from seen)
      order by p.account_id, p.area for no key update),
    places as (
      update auth.place p set last_seen_at = s.at
      from held join (select account, area, max(at) as at from seen group by 1, 2) s
        on s.account = held.account_id and s.area = held.area
      where p.account_id = held.account_id and p.area = held.area),
    sessions as (
      insert into auth.session_note (session_id, device_name, opened_at, last_seen_at)
      select o."id", '', o."createdAt", max(s.at) from seen s join auth.session o on o."id" = s.session
      group by 1, 3 order by 1
      on conflict (session_id) do update set last_seen_at = excluded.last_seen_at)
    select set_config('synchronous_commit', 'off', true)`.execute(db);
}
