import { readFile } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { CompiledQuery } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrations } from '#apps/server/migrations.ts';
import { APP_ROLE } from '#kernel/db/pool.ts';
import { SCHEMAS_WITHOUT_AREA } from '#kernel/db/protect.ts';
import { type TestDatabase, testDatabase } from '#kernel/db/testing/database.ts';
import { readColumns } from '#kernel/db/testing/introspect.ts';
import { generateTables } from '../setup/generated-tables.ts';

/** Asks the fully migrated database itself whether it keeps the rules of the house (architecture.md, "Postgres"). */
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

describe('every table', () => {
  it('belongs to an area, or stands where none need to', async () => {
    const columns = await readColumns(database.owner);
    const all = [...new Set(columns.map((c) => `${c.schema}.${c.table}`))];
    const without = all.filter((table) => !areaTables.includes(table) && table !== 'kernel.migration');
    expect(without.filter((table) => !SCHEMAS_WITHOUT_AREA.some((s) => table.startsWith(`${s}.`)))).toEqual(
      [],
    );
    expect(areaTables.length).toBeGreaterThan(10);
  });

  it('holds all there is to back up: no sequence, large object or kept view stands beside the rows', async () => {
    const beside = await ask(`select relname from pg_class where relkind in ('S', 'm')
      union all select oid::text from pg_largeobject_metadata`);
    expect(beside).toEqual([]);
  });

  it('is owned by the owner, never by the role of the app', async () => {
    const owned = await ask(`select relname from pg_class where relowner = '${APP_ROLE}'::regrole
      union all select nspname from pg_namespace where nspowner = '${APP_ROLE}'::regrole
      union all select proname from pg_proc where proowner = '${APP_ROLE}'::regrole`);
    expect(owned).toEqual([]);
    expect(
      await ask(`select rolsuper, rolcanlogin, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles
        where rolname = '${APP_ROLE}'`),
    ).toEqual([
      { rolsuper: false, rolcanlogin: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false },
    ]);
  });
});

describe('every area table', () => {
  it('has area_id first in its primary key, unique constraints, unique indexes and foreign keys', async () => {
    const keys = await ask<{ name: string; first: string }>(`
      select c.conrelid::regclass || '.' || c.conname as name, a.attname as first
      from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
      where c.contype in ('p', 'u', 'f')
      union all
      select i.indexrelid::regclass::text, coalesce(a.attname, 'expression')
      from pg_index i left join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
      where i.indisunique`);
    const ofAreas = keys.filter(({ name }) => !/^(auth|jobs|pg_\w+|kernel\.migration)/.test(name));
    const inHouse = ofAreas.filter(
      ({ name }) => /^\w+\./.test(name) && !name.startsWith('information_schema'),
    );
    const wrong = inHouse.filter(({ first }) => first !== 'area_id');
    expect(wrong).toEqual([]);
    expect(inHouse.length).toBeGreaterThan(areaTables.length);
  });

  it('has a primary key', async () => {
    const keyed = await ask<{ name: string }>(
      `select conrelid::regclass::text as name from pg_constraint where contype = 'p'`,
    );
    expect(areaTables.filter((table) => !keyed.some(({ name }) => name === table))).toEqual([]);
  });

  it('stands behind row-level security, enabled and forced, with the one policy for the app', async () => {
    const walls = await ask<{ name: string; on: boolean; forced: boolean; policies: string[] }>(`
      select c.oid::regclass::text as name, c.relrowsecurity as on, c.relforcerowsecurity as forced,
        array(select polname::text from pg_policy where polrelid = c.oid
          and polroles && array[0, '${APP_ROLE}'::regrole]::oid[]) as policies
      from pg_class c where c.relkind in ('r', 'p')`);
    for (const table of areaTables) {
      expect(walls.find(({ name }) => name === table)).toEqual({
        name: table,
        on: true,
        forced: true,
        policies: ['same_area'],
      });
    }
  });
});

describe('the generated types', () => {
  it('read as the migrated schema says; otherwise run `npm run codegen`', async () => {
    const root = resolve(import.meta.dirname, '../..');
    for (const { path, text } of await generateTables(database.owner)) {
      const stands = await readFile(path, 'utf8').catch(() => 'missing');
      expect(stands, relative(root, path)).toBe(text);
    }
  });
});
