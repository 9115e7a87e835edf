import pg from 'pg';

export interface Verified {
  /** Acknowledged commands that stand in the log and have their one sample. */
  readonly found: number;
  /** Commands or people that stand more than once. */
  readonly doubled: number;
}

/** Looks in the database, not at what the server said. */
export async function verify(url: string, acknowledged: readonly string[]): Promise<Verified> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ found: string; doubled: string }>(
      `with acknowledged as (select unnest($1::uuid[]) as id),
            logged as (select l.area_id, l.command_id, l.version, count(*) over (partition by l.area_id, l.command_id) as n
                       from acknowledged a join kernel.command_log l on l.command_id = a.id),
            sampled as (select l.command_id from logged l
                        join testing.sample s on s.area_id = l.area_id and s.version = l.version),
            twice as (select 1 from testing.sample where voided_at is null
                      group by area_id, round_id, resident_id having count(*) > 1)
       select (select count(distinct command_id) from sampled) as found,
              (select count(*) from logged where n > 1) + (select count(*) from sampled)
                - (select count(distinct command_id) from sampled) + (select count(*) from twice) as doubled`,
      [acknowledged],
    );
    return { found: Number(rows[0]?.found), doubled: Number(rows[0]?.doubled) };
  } finally {
    await client.end();
  }
}
