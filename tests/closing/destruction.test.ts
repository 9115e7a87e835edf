import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { cliOf, runCli } from '#apps/cli/main.ts';
import { openHouse } from '#apps/server/house.ts';
import { migrations } from '#apps/server/migrations.ts';
import type { Certificate } from '#core/closing/contract.ts';
import { everyRow } from '#kernel/backup/testing/every-row.ts';
import { checkChain } from '#kernel/command/server/chain.ts';
import { areaKeys } from '#kernel/crypto/key-ring.ts';
import { type EmbeddedServer, startEmbedded } from '#kernel/db/embedded/embedded.ts';
import { migrate } from '#kernel/db/migrate.ts';
import { openDatabase } from '#kernel/db/pool.ts';
import { inArea } from '#kernel/db/transaction.ts';
import { searchDisk } from '#tests/journeys/support/disk.ts';
import { HERE, plant, plantBeside, THERE } from './planted.ts';

const AREA = '清源居民区';
const OTHER = '静安里居民区';
const log = pino({ level: 'silent' });
/** Clusters are made, copied and backed up; on a busy machine that takes long. */
const LONG_MS = 400_000;

let root: string;
let dataFolder: string;
let areaId: string;
let otherId: string;

/** Works with the house and lets go of it, as a server that is stopped. */
async function inHouse<T>(
  work: (house: Awaited<ReturnType<typeof openHouse>>, server: EmbeddedServer) => Promise<T>,
): Promise<T> {
  const server = await startEmbedded({ dataFolder, durable: false });
  try {
    await migrate(server.url, migrations);
    const house = await openHouse({ databaseUrl: server.url, dataFolder, log });
    try {
      return await work(house, server);
    } finally {
      await house.close();
    }
  } finally {
    await server.stop();
  }
}

async function run(...args: readonly string[]): Promise<{ status: number; said: string }> {
  const said: string[] = [];
  const complaints = vi.spyOn(console, 'error').mockImplementation((line) => void said.push(String(line)));
  const env = { CONCERTO_DATA: dataFolder, LANG: 'en', LOG_LEVEL: 'error' };
  const status = await runCli(args, { ...cliOf(env), say: (line) => void said.push(line) });
  complaints.mockRestore();
  return { status, said: said.join('\n') };
}

/** Rows of one area, table by table. */
const rowsOf = (all: ReadonlyMap<string, readonly string[]>, id: string) =>
  new Map([...all].map(([table, rows]) => [table, rows.filter((row) => row.includes(id))]));

const ORDER = ['--rule', '街道 2022 年第 31 号', '--responsible', '王书记', '--witness', '李主任', '--now'];

let before: ReadonlyMap<string, readonly string[]>;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'concerto-closing-'));
  dataFolder = join(root, 'data');
  await inHouse(async (house, server) => {
    areaId = await house.areaNamed(AREA);
    otherId = await house.areaNamed(OTHER);
    await plant(house, areaId, AREA, HERE);
    await plant(house, otherId, OTHER, THERE);
    await plantBeside({ databaseUrl: server.url, dataFolder }, areaId, HERE);
    before = rowsOf(await everyRow(server.url), otherId);
  });
}, LONG_MS);
afterAll(() => rm(root, { recursive: true, force: true }));

describe('closing an emergency', () => {
  it('is looked for where it lies: every planted text is found before, in more than one kind of place', async () => {
    const finds = await searchDisk(root, Object.values(HERE));
    expect(new Set(finds.map(({ text }) => text))).toEqual(new Set(Object.values(HERE)));
    const where = finds.map(({ file }) => file).join('\n');
    for (const place of ['/pg_wal/', '/base/', '/files/', '/backups/', '/keys/', 'postgres.log']) {
      expect(where).toContain(place);
    }
  });

  it(
    'says first what would go and what would stay, and touches nothing',
    async () => {
      const told = await run('close', '--area', AREA);
      expect(told).toMatchObject({ status: 0 });
      expect(told.said).toMatch(/41 {2}Register/);
      expect(told.said).toContain('Nothing was touched');
      const wrong = await run('close', '--area', AREA, '--confirm', '清源', ...ORDER);
      expect(wrong).toMatchObject({ status: 1, said: expect.stringContaining('is not the area’s') });
      expect((await run('close', '--area', AREA, '--confirm', AREA)).status).toBe(2);
      expect((await run('close', '--resume')).said).toContain('No closing was left');
    },
    LONG_MS,
  );

  it(
    'leaves none of it anywhere in the folder',
    async () => {
      const done = await run('close', '--area', AREA, '--confirm', AREA, ...ORDER);
      expect(done.said).toContain('is closed. Certificate');
      expect(done.status).toBe(0);
      expect(await searchDisk(root, Object.values(HERE))).toEqual([]);
      expect((await readdir(join(dataFolder, 'keys'))).join()).not.toContain(areaId);
    },
    LONG_MS,
  );

  it(
    'leaves the other area as it was',
    async () => {
      const finds = await searchDisk(root, Object.values(THERE));
      expect(finds.map(({ text }) => text)).toEqual(expect.arrayContaining([THERE.resident, THERE.member]));
      await inHouse(async (house, server) => {
        const after = rowsOf(await everyRow(server.url), otherId);
        for (const [table, rows] of before) expect(after.get(table), table).toEqual(rows);
        expect(await house.host.read(otherId, checkChain)).toMatchObject({ faults: [] });
        expect((await house.areas()).map(({ name }) => name)).toEqual([OTHER]);
        await expect(house.closer.refuseClosed(areaId)).rejects.toMatchObject({
          kind: { code: 'command.area-closed', status: 410 },
        });
      });
    },
    LONG_MS,
  );

  it(
    'leaves a log whose chain holds, and says nothing more',
    async () => {
      await inHouse(async (_house, server) => {
        const owner = openDatabase(server.url, { role: 'owner', maxConnections: 1 });
        const found = await inArea(owner, areaId, areaKeys(Buffer.alloc(32)), checkChain, { readOnly: true });
        await owner.destroy();
        expect(found.faults).toEqual([]);
        expect(found.rows).toBeGreaterThan(40);
      });
    },
    LONG_MS,
  );

  it('gives a certificate with what was counted, and sheets whose sums are right', async () => {
    const [closing = ''] = await readdir(join(dataFolder, 'closings'));
    const folder = join(dataFolder, 'closings', closing);
    const certificate = JSON.parse(await readFile(join(folder, 'certificate.json'), 'utf8')) as Certificate;
    expect(certificate).toMatchObject({
      areaName: AREA,
      responsible: '王书记',
      witness: '李主任',
      orderedBy: 'cli',
      database: { how: 'fresh' },
      files: { count: 1 },
      log: { faults: [] },
    });
    expect(certificate.kinds.find(({ kind }) => kind === 'people.resident')?.rows).toBe(41);
    expect(certificate.backups.destroyed).toHaveLength(2);
    expect(await readdir(join(dataFolder, 'backups'))).toEqual([certificate.backups.made]);
    for (const { file, bytes, sha256 } of certificate.kept) {
      const content = await readFile(join(folder, 'kept', file));
      expect([content.length, await sha(content)], file).toEqual([bytes, sha256]);
    }
    expect(certificate.kept.map(({ file }) => file)).toContain('testing.figures.csv');
    const figures = await readFile(join(folder, 'kept', 'testing.figures.csv'), 'utf8');
    expect(figures).toContain('轮次,日期,采样人次,人数,管数,阴性（管）,阳性（管）,无效（管）');
    const page = await readFile(join(folder, 'certificate.zh-CN.html'), 'utf8');
    expect(page).toContain('个人信息销毁证明');
    expect(page).not.toMatch(/undefined|NaN|\{\w+\}/);
    expect((await stat(join(folder, 'certificate.json'))).mode & 0o777).toBe(0o600);
  });
});

const sha = async (content: Buffer): Promise<string> =>
  Buffer.from(await crypto.subtle.digest('SHA-256', new Uint8Array(content))).toString('hex');
