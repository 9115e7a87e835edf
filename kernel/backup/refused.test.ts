import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { migrate } from '../db/migrate.ts';
import type { ModuleMigrations } from '../db/migration-files.ts';
import { folderStore } from '../files/server/file-store.ts';
import { compress, encryptFor, openArchive } from './envelope.ts';
import { type BackupSource, makeBackup } from './make-backup.ts';
import { checkBackup } from './read-backup.ts';
import { type KeyPair, makeKeyPair } from './recipients.ts';
import { type RestoreTarget, restoreBackup } from './restore-backup.ts';
import { everyRow } from './testing/every-row.ts';
import { asked, newDatabase } from './testing/servers.ts';
import { SHOP_ROWS, shopModule } from './testing/shop.ts';

let root: string;
let shop: ModuleMigrations;
let later: ModuleMigrations;
let pair: KeyPair;
let source: BackupSource;
let file: string;
const areaId = randomUUID();

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'concerto-backup-'));
  [shop, later] = [await shopModule(root), await shopModule(root, true)];
  pair = await makeKeyPair();
  source = await filledHouse(shop);
  file = join(root, 'backup.age');
  await makeBackup(source, [pair.recipient], file);
});
afterAll(() => rm(root, { recursive: true, force: true }));

async function filledHouse(module: ModuleMigrations): Promise<BackupSource> {
  const { url } = await newDatabase(inject('postgresUrl'));
  await migrate(url, [module]);
  await asked(
    url,
    ["insert into kernel.area (area_id, name, created_at) values ($1, 'x', now())", areaId],
    ...SHOP_ROWS.map((text) => [text, areaId] as const),
  );
  const files = folderStore(join(root, 'files'));
  const keys = async () => new Map([['keys/one.json', Buffer.from('secret')]]);
  return { databaseUrl: url, modules: [module], keys, files, program: '1.2.3' };
}

async function emptyHouse(module: ModuleMigrations = shop): Promise<RestoreTarget> {
  const { url } = await newDatabase(inject('postgresUrl'));
  const files = folderStore(join(root, randomUUID()));
  return { databaseUrl: url, modules: [module], putKey: async () => undefined, files };
}

const problem = (name: string, details: object = {}) => ({ kind: { code: `backup.${name}` }, details });
const itemsOf = async (url: string) => (await everyRow(url)).get('shop.item');

/** The backup with something done to its bytes. */
async function spoiled(change: (bytes: Buffer) => Buffer): Promise<string> {
  const path = join(root, `${randomUUID()}.age`);
  await writeFile(path, change(await readFile(file)));
  return path;
}

describe('a backup', () => {
  it('is opened by tar alone once it is decrypted, its pieces being what COPY takes', async () => {
    const folder = await mkdtemp(join(root, 'tar-'));
    await writeFile(join(folder, 'all.tar'), await buffer(openArchive(file, [pair.key])));
    await promisify(execFile)('tar', ['xf', 'all.tar'], { cwd: folder });
    const names = await readdir(join(folder, 'tables', 'shop.item'));
    expect(names.length).toBeGreaterThan(1);
    const pieces = await Promise.all(
      names.sort().map((n) => readFile(join(folder, 'tables', 'shop.item', n))),
    );
    expect(Buffer.concat(pieces).toString('utf8').split('\n')).toHaveLength(4_004 + 1);
    expect(JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')).tables['shop.item'].rows).toBe(
      4_004,
    );
  });

  it('never writes over a file', async () => {
    await expect(makeBackup(source, [pair.recipient], file)).rejects.toMatchObject(
      problem('file-stands', { file }),
    );
  });

  it('is made by one at a time, into whatever file', async () => {
    const [first, second] = [join(root, 'first.age'), join(root, 'second.age')];
    let goOn = (): void => undefined;
    const told = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    let held: Promise<unknown> = Promise.resolve();
    await new Promise<void>((begun) => {
      const keys = async () => {
        begun();
        await told;
        return source.keys();
      };
      held = makeBackup({ ...source, keys }, [pair.recipient], first);
    });
    for (const path of [first, second]) {
      await expect(makeBackup(source, [pair.recipient], path)).rejects.toMatchObject(problem('under-way'));
    }
    goOn();
    await held;
    await makeBackup(source, [pair.recipient], second);
    for (const path of [first, second]) {
      const { manifest } = await checkBackup(path, [pair.key]);
      expect(manifest.tables['shop.item']?.rows).toBe(4_004);
    }
  });

  it('is of one moment, whatever is written meanwhile', async () => {
    const path = join(root, 'moment.age');
    let writing = true;
    let written = 0;
    const writer = (async () => {
      for (; writing; written++) {
        const code = `new-${written}`;
        await asked(
          source.databaseUrl,
          ['begin'],
          ['insert into shop.item (area_id, code) values ($1, $2)', areaId, code],
          ['insert into shop.sale (area_id, id, code) values ($1, gen_random_uuid(), $2)', areaId, code],
          ['commit'],
        );
      }
    })();
    for (let n = 0; n < 3; n++) {
      await rm(path, { force: true });
      await makeBackup(source, [pair.recipient], path);
      const { manifest } = await checkBackup(path, [pair.key]);
      const [items, sales] = ['shop.item', 'shop.sale'].map((t) => manifest.tables[t]?.rows ?? 0);
      expect((items ?? 0) - 4_004).toBe((sales ?? 0) - 50);
    }
    writing = false;
    await writer;
    expect(written).toBeGreaterThan(3);
  });

  it('leaves nothing behind on a full disk', async () => {
    const path = join(root, 'full.age');
    const full = makeBackup(source, [pair.recipient], path, () => createWriteStream('/dev/full'));
    await expect(full).rejects.toMatchObject(problem('disk-full', { path }));
    expect((await readdir(root)).filter((name) => name.startsWith('full'))).toEqual([]);
  });

  it('says so when the database stops while a table is copied', async () => {
    const path = join(root, 'stopped.age');
    const table = await heldTable(source.databaseUrl);
    const made = makeBackup(source, [pair.recipient], path);
    await Promise.all([expect(made).rejects.toMatchObject(problem('database-lost')), table.endCopy()]);
  });

  it('says so where the folder is missing, the database is away, or holds nothing', async () => {
    const path = join(root, 'nowhere', 'x.age');
    await expect(makeBackup(source, [pair.recipient], path)).rejects.toMatchObject(problem('file-missing'));
    const away = { ...source, databaseUrl: 'postgres://nobody@127.0.0.1:9/none' };
    await expect(makeBackup(away, [pair.recipient], join(root, 'away.age'))).rejects.toMatchObject(
      problem('database-lost'),
    );
    const bare = { ...source, databaseUrl: (await newDatabase(inject('postgresUrl'))).url };
    await expect(makeBackup(bare, [pair.recipient], join(root, 'bare.age'))).rejects.toMatchObject(
      problem('nothing-there'),
    );
  });
});

/** Ends the sessions of backups and restores that are at such a statement. */
const endSessions = (statement: string): string =>
  `select pg_terminate_backend(pid) as ended from pg_stat_activity
    where application_name = 'concerto backup' and datname = current_database() and query like '${statement}'`;

const COPYING = 'copy %"shop"."item"%';

/** Locks the largest table, so that a backup's COPY of it waits until it is ended. */
async function heldTable(url: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('begin');
  await client.query('lock table shop.item in access exclusive mode');
  return {
    async endCopy(): Promise<void> {
      // From elsewhere: within a transaction the list of sessions stands still.
      await expect.poll(() => asked(url, [endSessions(COPYING)])).toHaveLength(1);
      await client.end();
    },
  };
}

/** Waits for a restore's COPY of the largest table, and ends it. */
async function endWhileCopying(url: string): Promise<boolean> {
  for (let n = 0; n < 2_000; n++) {
    const rows = await asked(url, [endSessions(COPYING)]);
    if (rows.length > 0) return true;
  }
  return false;
}

describe('a restore', () => {
  it('with another key says that, and the right one among several opens it', async () => {
    const other = await makeKeyPair();
    const target = await emptyHouse();
    await expect(restoreBackup(target, file, [other.key])).rejects.toMatchObject(
      problem('wrong-key', { file }),
    );
    expect((await everyRow(target.databaseUrl)).size).toBe(0);
    await expect(checkBackup(file, [other.key, pair.key])).resolves.toMatchObject({
      header: { program: '1.2.3', areas: 1 },
    });
  });

  it('of a file that is no backup, or is not there, says that', async () => {
    const target = await emptyHouse();
    const text = await spoiled(() => Buffer.from('-- PostgreSQL database dump'));
    await expect(restoreBackup(target, text, [pair.key])).rejects.toMatchObject(problem('not-a-backup'));
    const none = join(root, 'none.age');
    await expect(restoreBackup(target, none, [pair.key])).rejects.toMatchObject(problem('file-missing'));
  });

  it('of a file cut anywhere finds it damaged, and writes nothing', async () => {
    const { length } = await readFile(file);
    const target = await emptyHouse();
    for (const at of [200, 5_000, Math.floor(length / 2), length - 1]) {
      const cut = await spoiled((bytes) => bytes.subarray(0, at));
      await expect(restoreBackup(target, cut, [pair.key])).rejects.toMatchObject(problem('damaged'));
    }
    expect((await everyRow(target.databaseUrl)).size).toBe(0);
  });

  it('of a file with one byte altered anywhere finds it damaged, and writes nothing', async () => {
    const { length } = await readFile(file);
    const target = await emptyHouse();
    for (const at of [190, 230, 4_000, Math.floor(length / 3), length - 20]) {
      const altered = await spoiled((bytes) => {
        bytes[at] = (bytes[at] ?? 0) ^ 1;
        return bytes;
      });
      await expect(restoreBackup(target, altered, [pair.key])).rejects.toMatchObject(problem('damaged'));
    }
    expect((await everyRow(target.databaseUrl)).size).toBe(0);
  });

  it('of a file that opens, but does not hold what its manifest says, finds it damaged, and writes nothing', async () => {
    const archive = await buffer(openArchive(file, [pair.key]));
    const target = await emptyHouse();
    for (const entry of ['tables/shop.item/', 'keys-of-house/']) {
      const tar = Buffer.from(archive);
      // A header is one block of 512 bytes; what it names begins behind it.
      const at = tar.indexOf(entry) + 512 + 3;
      tar[at] = (tar[at] ?? 0) ^ 1;
      const path = join(root, `${randomUUID()}.age`);
      await pipeline(Readable.from([tar]), compress(), encryptFor([pair.recipient]), createWriteStream(path));
      await expect(restoreBackup(target, path, [pair.key]), entry).rejects.toMatchObject(problem('damaged'));
    }
    expect((await everyRow(target.databaseUrl)).size).toBe(0);
  });

  it('into a database with rows changes nothing', async () => {
    const target = { ...(await emptyHouse()), databaseUrl: (await filledHouse(shop)).databaseUrl };
    const before = await everyRow(target.databaseUrl);
    await expect(restoreBackup(target, file, [pair.key])).rejects.toMatchObject(
      problem('database-not-empty', { table: 'kernel.area' }),
    );
    expect(await everyRow(target.databaseUrl)).toEqual(before);
  });

  it('of an older version brings its rows up to this one', async () => {
    const target = await emptyHouse(later);
    await restoreBackup(target, file, [pair.key]);
    const rows = await asked<{ colour: string; n: number }>(target.databaseUrl, [
      'select colour, count(*)::int4 as n from shop.item group by colour',
    ]);
    expect(rows).toEqual([{ colour: 'red', n: 4_004 }]);
  });

  it('into a house that was started once, and has no row yet, is as into a new one', async () => {
    const target = await emptyHouse(later);
    await migrate(target.databaseUrl, [later]);
    await restoreBackup(target, file, [pair.key]);
    expect(await itemsOf(target.databaseUrl)).toHaveLength(4_004);
  });

  it('of a newer version is refused, naming what is not known here', async () => {
    const newer = join(root, 'newer.age');
    await makeBackup(await filledHouse(later), [pair.recipient], newer);
    const target = await emptyHouse(shop);
    await expect(restoreBackup(target, newer, [pair.key])).rejects.toMatchObject(
      problem('from-newer-program', { version: '1.2.3', step: 'shop/0002-add-colour.sql' }),
    );
    expect((await everyRow(target.databaseUrl)).size).toBe(0);
  });

  it('that fails in the middle leaves an empty database, into which the same can be tried again', async () => {
    const target = await emptyHouse();
    const full = Object.assign(new Error('no space left'), { code: 'ENOSPC' });
    const putKey = () => Promise.reject(full);
    await expect(restoreBackup({ ...target, putKey }, file, [pair.key])).rejects.toMatchObject(
      problem('disk-full'),
    );
    expect(await itemsOf(target.databaseUrl)).toEqual([]);
    await restoreBackup(target, file, [pair.key]);
    expect(await itemsOf(target.databaseUrl)).toHaveLength(4_004);
  });

  it('whose database stops between two tables says that', async () => {
    const target = await emptyHouse();
    const putKey = async () => void (await asked(target.databaseUrl, [endSessions('%')]));
    await expect(restoreBackup({ ...target, putKey }, file, [pair.key])).rejects.toMatchObject(
      problem('database-lost'),
    );
    expect(await itemsOf(target.databaseUrl)).toEqual([]);
  });

  it('whose database stops in the middle of a table says that', async () => {
    const target = await emptyHouse();
    const restored = restoreBackup(target, file, [pair.key]);
    const ended = endWhileCopying(target.databaseUrl);
    await expect(restored).rejects.toMatchObject(problem('database-lost'));
    expect(await ended).toBe(true);
    expect(await itemsOf(target.databaseUrl)).toEqual([]);
  });

  it('of rows that the tables do not take undoes them all', async () => {
    const strict = await shopModule(await mkdtemp(join(root, 'strict-')));
    const target = await emptyHouse(strict);
    const lax = await filledHouse(strict);
    // As no migration would leave it: a constraint that was dropped by hand, and a row that breaks it.
    await asked(
      lax.databaseUrl,
      ['alter table shop.sale drop constraint sale_area_id_code_fkey'],
      ["insert into shop.sale (area_id, id, code) values ($1, gen_random_uuid(), 'gone')", areaId],
    );
    const broken = join(root, 'broken.age');
    await makeBackup(lax, [pair.recipient], broken);
    await expect(restoreBackup(target, broken, [pair.key])).rejects.toThrow(/foreign key/);
    expect(await itemsOf(target.databaseUrl)).toEqual([]);
  });
});
