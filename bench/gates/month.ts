import pg from 'pg';

/**
 * A month of passages of an area's people, as gates write them: out and in again by turns, one in twenty still out; then
 * where each was seen last who was not seen yet, and what autovacuum would do. Rows only: the log of commands is not
 * written.
 */
export async function writeMonth(
  url: string,
  areaId: string,
  gateIds: readonly string[],
  passages: number,
): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("set synchronous_commit = off; set work_mem = '256MB'");
    await client.query(
      `insert into gates.passage (area_id, id, version, gate_id, direction, subject, resident_id, household_id, at,
         outcome, rule, note, counts, by)
       select $1, gen_random_uuid(), 1, ($2::uuid[])[1 + n % array_length($2::uuid[], 1)],
         case when turn % 2 = 1 or (turn = turns and n % 20 = 0) then 'out' else 'in' end, 'resident', id, household_id,
         now() - interval '30 days' * (1 - turn::float8 / turns) - interval '1 second' * (n % 3000),
         'allowed', 'free', '', false, 'bench'
       from (select id, household_id, row_number() over (order by id) as n,
           greatest(1, $3::int / count(*) over ())::int as turns
         from people.resident where area_id = $1) as r
       cross join lateral generate_series(1, turns) as turn`,
      [areaId, gateIds, passages],
    );
    await client.query(
      `insert into gates.presence (area_id, id, version, resident_id, household_id, direction, at, gate_id, passage_id, counts)
       select distinct on (resident_id) area_id, resident_id, 1, resident_id, household_id, direction, at, gate_id, id, false
       from gates.passage where area_id = $1 and resident_id is not null
       order by resident_id, at desc, id desc
       on conflict (area_id, id) do nothing`,
      [areaId],
    );
    await client.query('vacuum analyze');
  } finally {
    await client.end();
  }
}
