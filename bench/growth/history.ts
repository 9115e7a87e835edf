import pg from 'pg';
import { copyRounds } from '../testing/earlier-rounds.ts';

/** A database of the same cluster with everything the other holds; nobody may be connected to that one. */
export async function copyDatabase(url: string, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: at(url, 'postgres') });
  await client.connect();
  try {
    const template = new URL(url).pathname.slice(1);
    await client.query(
      `create database ${client.escapeIdentifier(name)} template ${client.escapeIdentifier(template)}`,
    );
  } finally {
    await client.end();
  }
  return at(url, name);
}

function at(url: string, database: string): string {
  const other = new URL(url);
  other.pathname = `/${database}`;
  return other.href;
}

/**
 * Makes the area's past so many times as long as its one day: rounds with all their rows, and the log, whose copies stand
 * before its beginning. What else grows (passages, looks, visits) has its own benches.
 * @param copies days before its own
 */
export async function lengthen(url: string, roundId: string, copies: number): Promise<void> {
  await copyRounds(url, roundId, copies);
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
       from generate_series(1, $1::int) as n cross join kernel.command_log where version > 0`,
      [copies],
    );
    await client.query('vacuum analyze');
  } finally {
    await client.end();
  }
}
