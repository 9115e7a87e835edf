import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { binariesIn } from '../db/embedded/binaries.ts';
import { type EmbeddedServer, startEmbedded } from '../db/embedded/embedded.ts';
import { migrate } from '../db/migrate.ts';
import type { ModuleMigrations } from '../db/migration-files.ts';
import { folderStore } from '../files/server/file-store.ts';
import { makeBackup } from './make-backup.ts';
import { makeKeyPair } from './recipients.ts';
import { restoreBackup } from './restore-backup.ts';
import { everyRow } from './testing/every-row.ts';
import { SHOP_ROWS, shopModule } from './testing/shop.ts';

const OLDEST = process.env.POSTGRES_15_BIN || '/usr/lib/postgresql/15/bin';

let root: string;
let oldest: EmbeddedServer;
let shop: ModuleMigrations;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'concerto-backup-'));
  shop = await shopModule(root);
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

const serverOf = (major: 15 | 18): string => (major === 15 ? oldest.url : inject('postgresUrl'));

async function asked(url: string, ...statements: (readonly [string, ...unknown[]])[]): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    let rows: unknown[] = [];
    for (const [text, ...values] of statements) ({ rows } = await client.query(text, values));
    return rows;
  } finally {
    await client.end();
  }
}

/** A database of its own; `plain`: of an owner who is no superuser, before whom row-level security stands too. */
async function newDatabase(major: 15 | 18, owner: 'superuser' | 'plain'): Promise<string> {
  const name = `backup_${randomUUID().replaceAll('-', '')}`;
  const url = new URL(serverOf(major));
  if (owner === 'superuser') {
    await asked(url.href, [`create database ${name}`]);
  } else {
    await asked(
      url.href,
      [`create role ${name} login password 'secret' nosuperuser createrole nobypassrls`],
      [`create database ${name} owner ${name}`],
      // What an administrator does where the role stands already.
      [
        `do $$ begin if exists (select from pg_roles where rolname = 'concerto_app')
        then grant concerto_app to ${name} with admin option; end if; end $$`,
      ],
    );
    url.username = name;
    url.password = 'secret';
  }
  url.pathname = `/${name}`;
  return url.href;
}

/** The same database as the server's superuser sees it: past every wall. */
function unwalled(url: string, major: 15 | 18): string {
  const seen = new URL(serverOf(major));
  seen.pathname = new URL(url).pathname;
  return seen.href;
}

describe.each([
  [18, 'superuser', 18, 'superuser'],
  [18, 'plain', 18, 'plain'],
  [15, 'superuser', 15, 'plain'],
  [15, 'plain', 18, 'superuser'],
  [18, 'superuser', 15, 'superuser'],
] as const)('from PostgreSQL %i as %s to %i as %s', (from, fromOwner, to, toOwner) => {
  it('every row comes back as it was, and every wall stands', async () => {
    const url = await newDatabase(from, fromOwner);
    await migrate(url, [shop]);
    const areas = [randomUUID(), randomUUID()];
    for (const areaId of areas) {
      await asked(
        unwalled(url, from),
        [
          'insert into kernel.area (area_id, name, created_at) values ($1, $2, now())',
          areaId,
          `居民区 ${areaId}`,
        ],
        ...SHOP_ROWS.map((text) => [text, areaId] as const),
      );
    }
    const pair = await makeKeyPair();
    const file = join(root, `${randomUUID()}.age`);
    const files = folderStore(join(root, randomUUID()));
    const keys = new Map([['keys/one.json', Buffer.from('secret')]]);
    const source = { databaseUrl: url, modules: [shop], keys: async () => keys, files, program: '1.2.3' };
    const before = await everyRow(unwalled(url, from));
    const made = await makeBackup(source, [pair.recipient], file);
    const rows = [...before.values()].reduce((sum, { length }) => sum + length, 0);
    expect(made).toMatchObject({ areas: 2, keys: 1, files: 0, rows });
    expect(before.get('shop.item')).toHaveLength(2 * 4_004);

    const target = await newDatabase(to, toOwner);
    const put = new Map<string, Buffer>();
    await restoreBackup(
      {
        databaseUrl: target,
        modules: [shop],
        putKey: async (path, content) => void put.set(path, content),
        files,
      },
      file,
      [pair.key],
    );
    expect(put).toEqual(keys);
    const after = await everyRow(unwalled(target, to));
    expect([...after.keys()]).toEqual([...before.keys()]);
    for (const [table, asBefore] of before) {
      if (table === 'kernel.area' || table === 'kernel.log_seal') continue;
      expect([table, after.get(table)]).toEqual([table, asBefore]);
    }
    const walls = await asked(target, [
      `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname in ('kernel', 'shop') and relkind = 'r' and not (relrowsecurity and relforcerowsecurity)`,
    ]);
    expect(walls).toEqual([{ name: 'kernel.migration' }]);
  });
});
