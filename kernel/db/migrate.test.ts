import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { binariesIn } from './embedded/binaries.ts';
import { type EmbeddedServer, startEmbedded } from './embedded/embedded.ts';
import { migrate, pendingMigrations } from './migrate.ts';
import type { ModuleMigrations } from './migration-files.ts';
import { type TestDatabase, testDatabase } from './testing/database.ts';

const OLDEST = process.env.POSTGRES_15_BIN || '/usr/lib/postgresql/15/bin';

let root: string;
let oldest: EmbeddedServer;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'concerto-migrate-'));
  oldest = await startEmbedded({
    dataFolder: join(root, 'pg15'),
    binaries: binariesIn(OLDEST),
    durable: false,
  });
});
afterAll(async () => {
  await oldest.stop();
  await rm(root, { recursive: true, force: true });
});

const CREATE = 'create table shop.item (area_id uuid, id uuid, primary key (area_id, id));';

describe.each([
  ['newest', 18],
  ['oldest', 15],
] as const)('on the %s PostgreSQL, %i', (which, major) => {
  let database: TestDatabase;
  let shop: ModuleMigrations;
  let write: (name: string, text: string) => Promise<void>;

  beforeEach(async () => {
    const serverUrl = which === 'oldest' ? oldest.url : inject('postgresUrl');
    database = await testDatabase([], { serverUrl });
    const folder = await mkdtemp(join(root, 'shop-'));
    await mkdir(folder, { recursive: true });
    shop = { name: 'shop', migrations: pathToFileURL(`${folder}/`) };
    write = (name, text) => writeFile(join(folder, name), text);
    await write('0001-create-items.sql', CREATE);
    return () => database.close();
  });

  const run = () => migrate(database.url, [shop]);

  it('is that server', async () => {
    const { rows } = await sql<{ major: number }>`
      select current_setting('server_version_num')::int4 / 10000 as major`.execute(database.owner);
    expect(rows).toEqual([{ major }]);
  });

  it('applies each file once, in order, and tells what is pending', async () => {
    await write('0002-add-label.sql', 'alter table shop.item add column label text;');
    const both = [
      { module: 'shop', name: '0001-create-items.sql' },
      { module: 'shop', name: '0002-add-label.sql' },
    ];
    expect(await pendingMigrations(database.url, [shop])).toEqual(both);
    expect(await run()).toEqual(both);
    expect(await run()).toEqual([]);
    expect(await pendingMigrations(database.url, [shop])).toEqual([]);
  });

  it('lets two starts at once migrate one database', async () => {
    const applied = await Promise.all([run(), run()]);
    expect(applied.flat()).toEqual([{ module: 'shop', name: '0001-create-items.sql' }]);
  });

  it('refuses an applied file that was changed', async () => {
    await run();
    await write('0001-create-items.sql', `${CREATE} -- edited`);
    await expect(run()).rejects.toMatchObject({
      kind: { code: 'db.migration-changed' },
      details: { module: 'shop', file: '0001-create-items.sql' },
    });
  });

  it.each([
    ['first.sql', 'a name without number and verb'],
    ['0001-create-again.sql', 'a number used twice'],
  ])('refuses %s: %s', async (name) => {
    await write(name, 'select 1');
    await expect(run()).rejects.toMatchObject({ kind: { code: 'db.migration-files' } });
  });

  it('names the file that fails and keeps nothing of it', async () => {
    await write('0002-add-wrong.sql', 'create table shop.half (area_id uuid primary key); select wrong;');
    await expect(run()).rejects.toThrow('shop/0002-add-wrong.sql');
    const { rows } = await sql`select to_regclass('shop.half') as half`.execute(database.owner);
    expect(rows).toEqual([{ half: null }]);
    expect(await pendingMigrations(database.url, [shop])).toHaveLength(1);
  });

  it('refuses a table that belongs to no area', async () => {
    await write('0002-add-secrets.sql', 'create table shop.secret (id uuid primary key);');
    await expect(run()).rejects.toMatchObject({
      kind: { code: 'db.table-without-area' },
      details: { table: 'shop.secret' },
    });
  });

  it('refuses a view that would read as its owner', async () => {
    await write('0002-add-view.sql', 'create view shop.every_item as select * from shop.item;');
    await expect(run()).rejects.toMatchObject({
      kind: { code: 'db.view-past-walls' },
      details: { view: 'shop.every_item' },
    });
    await write(
      '0002-add-view.sql',
      'create view shop.own_item with (security_invoker = true) as select * from shop.item;',
    );
    expect(await run()).toEqual([{ module: 'shop', name: '0002-add-view.sql' }]);
  });

  it('gives the app rights to rows, none to change the log or the record of migrations', async () => {
    await run();
    const { rows } = await sql`
      select has_table_privilege('concerto_app', 'shop.item', 'select, insert') as item,
        has_table_privilege('concerto_app', 'shop.item', 'truncate') as empties,
        has_table_privilege('concerto_app', 'kernel.command_log', 'insert') as logs,
        has_table_privilege('concerto_app', 'kernel.command_log', 'update') as rewrites,
        has_table_privilege('concerto_app', 'kernel.command_log', 'delete') as forgets,
        has_table_privilege('concerto_app', 'kernel.migration', 'insert') as migrates`.execute(
      database.owner,
    );
    expect(rows).toEqual([
      { item: true, empties: false, logs: true, rewrites: false, forgets: false, migrates: false },
    ]);
  });

  it('works for an owner who is no superuser, once the role is granted', async () => {
    const name = `owner_${Date.now()}_${major}`;
    await sql`create role ${sql.id(name)} login createrole password 'x'`.execute(database.owner);
    await sql`grant concerto_app to ${sql.id(name)} with admin option`.execute(database.owner);
    await sql`create database ${sql.id(name)} owner ${sql.id(name)}`.execute(database.owner);
    const url = new URL(database.url);
    url.username = name;
    url.password = 'x';
    url.pathname = `/${name}`;
    const applied = await migrate(url.href, [shop]);
    expect(applied.at(-1)).toEqual({ module: 'shop', name: '0001-create-items.sql' });
    await sql`drop database ${sql.id(name)} with (force)`.execute(database.owner);
    await sql`drop role ${sql.id(name)}`.execute(database.owner);
  });
});
