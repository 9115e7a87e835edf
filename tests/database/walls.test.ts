import { CompiledQuery, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrations } from '#apps/server/migrations.ts';
import { APP_ROLE } from '#kernel/db/pool.ts';
import { type TestDatabase, testDatabase } from '#kernel/db/testing/database.ts';
import { readColumns } from '#kernel/db/testing/introspect.ts';
import { noKeys } from '#kernel/db/testing/no-keys.ts';
import { inArea } from '#kernel/db/transaction.ts';

/** The second wall, tried on a row in every table: its constraints are loosened in this database to have one. */
let database: TestDatabase;
let areaTables: string[];

beforeAll(async () => {
  database = await testDatabase(migrations);
  const columns = await readColumns(database.owner);
  areaTables = columns.filter((c) => c.column === 'area_id').map((c) => `${c.schema}.${c.table}`);
});
afterAll(() => database.close());

async function ask<Row>(text: string): Promise<Row[]> {
  const { rows } = await database.owner.executeQuery(CompiledQuery.raw(text));
  return rows as Row[];
}

/** As the owner, a row of another area in any table: what it says does not matter, so only its key is filled. */
async function putAnyRow(table: string, areaId: string): Promise<void> {
  if (table === 'kernel.area') return;
  const constraints = await ask<{ name: string }>(
    `select quote_ident(conname) as name from pg_constraint
      where conrelid = '${table}'::regclass and contype in ('c', 'f')`,
  );
  for (const { name } of constraints) await ask(`alter table ${table} drop constraint ${name} cascade`);
  const columns = await ask<{ name: string; type: string; key: boolean }>(
    `select quote_ident(a.attname) as name, t.typname as type, coalesce(a.attnum = any (c.conkey), false) as key
      from pg_attribute a join pg_type t on t.oid = a.atttypid
        left join pg_constraint c on c.conrelid = a.attrelid and c.contype = 'p'
      where a.attrelid = '${table}'::regclass and a.attnum > 0 and not a.attisdropped`,
  );
  const values = columns.map(({ name, type, key }) =>
    name === 'area_id' ? `'${areaId}'` : key ? ANY[type] : 'null',
  );
  for (const { name, key } of columns) {
    if (!key) await ask(`alter table ${table} alter column ${name} drop not null`);
  }
  const names = columns.map(({ name }) => name);
  await ask(`insert into ${table} (${names.join(', ')}) values (${values.join(', ')})`);
}

const ANY: Readonly<Record<string, string>> = {
  uuid: 'gen_random_uuid()',
  text: "'any'",
  int4: '1',
  int8: '1',
  timestamptz: 'now()',
  bytea: "'x'",
};

describe('every area table', () => {
  it('shows nothing of another area and takes no row, no change and no removal there', async () => {
    const [here, elsewhere] = [await database.newArea(), await database.newArea()];
    for (const table of areaTables) {
      await putAnyRow(table, elsewhere);
      const [schema = '', name = ''] = table.split('.');
      const at = sql.id(schema, name);
      const count = (areaId: string) =>
        inArea(database.db, areaId, noKeys, async (tx) => {
          const found = await sql<{ n: number }>`
            select count(*) as n from ${at} where area_id = ${elsewhere}`.execute(tx.db);
          return found.rows[0]?.n;
        });
      expect([table, await count(elsewhere)]).toEqual([table, 1]);
      expect([table, await count(here)]).toEqual([table, 0]);

      const [rights] = await ask<{ update: boolean; delete: boolean }>(
        `select has_table_privilege('${APP_ROLE}', '${table}', 'update') as update,
          has_table_privilege('${APP_ROLE}', '${table}', 'delete') as delete`,
      );
      await inArea(database.db, here, noKeys, async (tx) => {
        if (rights?.update) {
          const changed = await sql`update ${at} set area_id = ${here}`.execute(tx.db);
          const own = table === 'kernel.area' ? 1n : 0n;
          expect([table, changed.numAffectedRows]).toEqual([table, own]);
        }
        if (rights?.delete && table !== 'kernel.area') {
          const removed = await sql`delete from ${at}`.execute(tx.db);
          expect([table, removed.numAffectedRows]).toEqual([table, 0n]);
        }
      });
      const insert = inArea(database.db, here, noKeys, (tx) =>
        sql`insert into ${at} (area_id) values (${elsewhere})`.execute(tx.db),
      );
      // 42501: refused by the policy, which is asked before any other constraint of the row.
      await expect(insert, table).rejects.toMatchObject({ code: '42501' });
      expect([table, await count(elsewhere)]).toEqual([table, 1]);
    }
  });

  it('is empty for a session that names no area', async () => {
    await database.newArea();
    for (const table of areaTables) {
      const [schema, name] = table.split('.');
      const { rows } = await sql<{ n: number }>`
        select count(*) as n from ${sql.id(schema ?? '', name ?? '')}`.execute(database.db);
      expect([table, rows[0]?.n]).toEqual([table, 0]);
    }
  });
});
