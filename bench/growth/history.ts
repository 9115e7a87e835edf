import pg from 'pg';
import { copyRounds } from '../testing/earlier-rounds.ts';

/**
 * Makes the area's past so many times as long as its one day: rounds with all their rows, and the log, whose copies stand
 * before its beginning. What else grows (passages, looks, visits) has its own benches.
 * @param copies how many there are to be @param before how many there are already
 */
export async function lengthen(url: string, roundId: string, copies: number, before: number): Promise<void> {
  await copyRounds(url, roundId, copies - before, before);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('set synchronous_commit = off; set session_replication_role = replica');
    await client.query(
      `insert into kernel.command_log (area_id, version, command_id, body_hash, kind, actor_id, device_id, claimed_at,
         corrected_at, received_at, outcome, problems, sealed)
       select area_id, version - n * 10000000, md5(command_id::text || n)::uuid, body_hash, kind, actor_id, device_id,
         claimed_at - n * interval '1 day', corrected_at - n * interval '1 day', received_at - n * interval '1 day',
         outcome, problems, sealed
       from generate_series(1 + $2::int, $1::int) as n cross join kernel.command_log where version > 0`,
      [copies, before],
    );
    await client.query('vacuum analyze');
  } finally {
    await client.end();
  }
}
