import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { EmbeddedServer } from '../db/embedded/embedded.ts';
import { migrate } from '../db/migrate.ts';
import type { ModuleMigrations } from '../db/migration-files.ts';
import { folderStore } from '../files/server/file-store.ts';
import { makeBackup } from './make-backup.ts';
import { makeKeyPair } from './recipients.ts';
import { restoreBackup } from './restore-backup.ts';
import { everyRow } from './testing/every-row.ts';
import { asked, newDatabase, startOldest } from './testing/servers.ts';
import { SHOP_ROWS, shopModule } from './testing/shop.ts';

let root: string;
let oldest: EmbeddedServer;
let shop: ModuleMigrations;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'concerto-backup-'));
  shop = await shopModule(root);
  oldest = await startOldest(root);
});
afterAll(async () => {
  await oldest.stop();
  await rm(root, { recursive: true, force: true });
});

const serverOf = (major: 15 | 18): string => (major === 15 ? oldest.url : inject('postgresUrl'));
/** Row → text without the three columns that a restore moves on. */
const moved = new Set(['kernel.area', 'kernel.log_seal']);

describe.each([
  [18, 'superuser', 18, 'superuser'],
  [18, 'plain', 18, 'plain'],
  [15, 'superuser', 15, 'plain'],
  [15, 'plain', 18, 'superuser'],
  [18, 'superuser', 15, 'superuser'],
] as const)('from PostgreSQL %i as %s to %i as %s', (from, fromOwner, to, toOwner) => {
  it('every row, key and file comes back as it was, and every wall stands', async () => {
    const { url, unwalled } = await newDatabase(serverOf(from), fromOwner);
    await migrate(url, [shop]);
    const areas = [randomUUID(), randomUUID()];
    for (const areaId of areas) {
      await asked(
        unwalled,
        [
          'insert into kernel.area (area_id, name, created_at) values ($1, $2, now())',
          areaId,
          `居民区 ${areaId}`,
        ],
        ...SHOP_ROWS.map((text) => [text, areaId] as const),
      );
    }
    const before = await everyRow(unwalled);
    const files = folderStore(join(root, randomUUID()));
    const [fileId, half] = [randomUUID(), randomUUID()];
    const photo = Buffer.alloc(70_000, 7);
    await files.append(areas[0] ?? '', fileId, photo);
    await files.finish(areas[0] ?? '', fileId);
    await files.append(areas[0] ?? '', half, photo);
    const keys = new Map([['keys/one.json', Buffer.from('secret')]]);

    const pair = await makeKeyPair();
    const file = join(root, `${randomUUID()}.age`);
    const source = { databaseUrl: url, modules: [shop], keys: async () => keys, files, program: '1.2.3' };
    const made = await makeBackup(source, [pair.recipient], file);
    const rows = [...before.values()].reduce((sum, { length }) => sum + length, 0);
    expect(made).toMatchObject({ areas: 2, keys: 1, files: 1, rows });
    expect(before.get('shop.item')).toHaveLength(2 * 4_004);

    const target = await newDatabase(serverOf(to), toOwner);
    const put = new Map<string, Buffer>();
    const putFiles = folderStore(join(root, randomUUID()));
    const putKey = async (path: string, content: Buffer) => void put.set(path, content);
    await restoreBackup({ databaseUrl: target.url, modules: [shop], putKey, files: putFiles }, file, [
      pair.key,
    ]);
    expect(put).toEqual(keys);
    expect(await putFiles.list(areas[0] ?? '')).toMatchObject([{ fileId, whole: true }]);
    expect(await putFiles.read(areas[0] ?? '', fileId)).toEqual(photo);
    const after = await everyRow(target.unwalled);
    expect([...after.keys()]).toEqual([...before.keys()]);
    for (const [table, asBefore] of before) {
      if (!moved.has(table)) expect([table, after.get(table)]).toEqual([table, asBefore]);
    }
    expect(
      await asked(target.url, [
        'select area_id, name, version::int4, tombstone_floor::int4 from kernel.area',
      ]),
    ).toEqual(
      expect.arrayContaining(
        areas.map((id) => {
          return { area_id: id, name: `居民区 ${id}`, version: 1_000_000, tombstone_floor: 1_000_000 };
        }),
      ),
    );
    const withoutWall = await asked(target.url, [
      `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname in ('kernel', 'shop') and relkind = 'r' and not (relrowsecurity and relforcerowsecurity)`,
    ]);
    expect(withoutWall).toEqual([{ name: 'kernel.migration' }]);
  });
});
