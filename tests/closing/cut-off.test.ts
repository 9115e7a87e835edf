import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type House, openHouse } from '#apps/server/house.ts';
import { migrations } from '#apps/server/migrations.ts';
import type { ClosingHelp } from '#core/closing/module.ts';
import { closingsFolder } from '#core/closing/server/journal.ts';
import { backupProblems } from '#kernel/backup/problems.ts';
import { everyRow } from '#kernel/backup/testing/every-row.ts';
import { type TestDatabase, testDatabase } from '#kernel/db/testing/database.ts';
import { ProblemError } from '#kernel/problem/problem.ts';
import { HERE, plant } from './planted.ts';

const AREA = '清源居民区';
const ORDER = { areaName: AREA, rule: '街道通知', responsible: '王书记', witness: '李主任' };

let database: TestDatabase;
let dataFolder: string;
let areaId: string;
const open: House[] = [];

/** A process that works on a database of another's. */
async function start(help: Partial<ClosingHelp> = {}): Promise<House> {
  const house = await openHouse({
    databaseUrl: database.url,
    dataFolder,
    log: pino({ level: 'silent' }),
    closing: { freshen: null, backups: null, graceMs: 0, ...help },
  });
  open.push(house);
  return house;
}

beforeEach(async () => {
  database = await testDatabase(migrations);
  dataFolder = await mkdtemp(join(tmpdir(), 'concerto-cut-off-'));
  const house = await start();
  areaId = await house.areaNamed(AREA);
  await plant(house, areaId, AREA, HERE);
});
afterEach(async () => {
  for (const house of open.splice(0)) await house.close();
  await database.close();
  await rm(dataFolder, { recursive: true, force: true });
});

/** Waits until the process neither waits nor works. */
const idle = (house: House) => vi.waitFor(() => expect(house.closer.isBusy()).toBe(false), 60_000);

const stageOf = async (house: House, { closingId, token }: { closingId: string; token: string }) =>
  (await house.closer.look(closingId, token)).progress;

/** Every row of the database that one of the planted texts is in. */
async function rowsWith(planted: readonly string[]): Promise<string[]> {
  const all = await everyRow(database.url);
  return [...all].flatMap(([table, rows]) =>
    rows.filter((row) => planted.some((text) => row.includes(text))).map(() => table),
  );
}

describe('a closing', () => {
  it('can be stopped while it waits, by anyone who may order it, and work goes on', async () => {
    const house = await start({ graceMs: 60_000 });
    const ordered = await house.closer.order(areaId, ORDER, 'cli');
    await expect(house.closer.order(areaId, ORDER, 'cli')).rejects.toMatchObject({
      kind: { code: 'closing.under-way' },
    });
    await house.closer.stop(areaId, 'cli');
    expect(await stageOf(house, ordered)).toMatchObject({ stage: 'stopped', because: 'asked' });
    await expect(house.closer.stop(areaId, 'cli')).rejects.toMatchObject({
      kind: { code: 'closing.not-to-be-stopped' },
    });
    expect(await rowsWith([HERE.resident])).not.toEqual([]);
    expect((await house.closer.order(areaId, ORDER, 'cli')).closingId).not.toBe(ordered.closingId);
  });

  it('is shown to nobody without its token', async () => {
    const house = await start({ graceMs: 60_000 });
    const { closingId, token } = await house.closer.order(areaId, ORDER, 'cli');
    for (const wrong of ['', `${token}x`]) {
      await expect(house.closer.look(closingId, wrong)).rejects.toMatchObject({
        kind: { code: 'closing.unknown' },
      });
    }
    await expect(house.closer.look('../..', token)).rejects.toMatchObject({ kind: { status: 404 } });
  });

  it('does not begin by itself after a restart, and says so', async () => {
    const house = await start({ graceMs: 60_000 });
    const ordered = await house.closer.order(areaId, ORDER, 'cli');
    await house.close();
    open.splice(open.indexOf(house), 1);
    const next = await start();
    await next.closer.resume();
    expect(await stageOf(next, ordered)).toMatchObject({ stage: 'stopped', because: 'interrupted' });
    expect(await rowsWith([HERE.resident])).not.toEqual([]);
  });

  it('that fails before its keys are destroyed changes nothing', async () => {
    const house = await start();
    vi.spyOn(house.ring, 'destroy').mockRejectedValueOnce(new Error('the disk is gone'));
    const ordered = await house.closer.order(areaId, ORDER, 'cli');
    await idle(house);
    expect(await stageOf(house, ordered)).toMatchObject({ stage: 'stopped', because: 'failed' });
    expect(new Set(await rowsWith([HERE.resident]))).toContain('people.resident');
    expect((await house.areas()).map(({ name }) => name)).toEqual([AREA]);
  });

  it('goes on when it was killed with the keys destroyed and nothing committed', async () => {
    const house = await start();
    const destroy = house.ring.destroy.bind(house.ring);
    vi.spyOn(house.ring, 'destroy').mockImplementationOnce(async (id) => {
      await destroy(id);
      throw new Error('killed');
    });
    const ordered = await house.closer.order(areaId, ORDER, 'cli');
    await idle(house);
    expect(await stageOf(house, ordered)).toMatchObject({ stage: 'destroying' });
    expect(await rowsWith([HERE.resident])).not.toEqual([]);

    const next = await start();
    await next.closer.resume();
    await idle(next);
    expect(await stageOf(next, ordered)).toMatchObject({ stage: 'done' });
    expect(await rowsWith(Object.values(HERE))).toEqual([]);
    const { certificate } = await next.closer.look(ordered.closingId, ordered.token);
    expect(certificate).toMatchObject({ database: { how: 'rewritten' }, accounts: { destroyed: 0 } });
    expect(certificate?.kinds.find(({ kind }) => kind === 'people.resident')?.rows).toBe(41);
  });

  it('goes on from whichever later step failed, and ends as one that did not', async () => {
    const replace = vi.fn().mockRejectedValueOnce(new Error('killed')).mockResolvedValue(undefined);
    const prepare = vi
      .fn()
      .mockRejectedValueOnce(new Error('no room'))
      .mockResolvedValue({
        destroyed: ['concerto-20220401-0330.age'],
        made: 'concerto-20220601-0900.age',
        elsewhere: null,
      });
    const house = await start({ backups: { prepare, replace } });
    const ordered = await house.closer.order(areaId, ORDER, 'cli');
    await idle(house);
    expect(await stageOf(house, ordered)).toMatchObject({ stage: 'backups' });
    await house.closer.resume();
    await idle(house);
    expect(await stageOf(house, ordered)).toMatchObject({ stage: 'backups' });
    await house.closer.resume();
    await idle(house);
    expect(await stageOf(house, ordered)).toMatchObject({ stage: 'done' });
    const folder = join(closingsFolder(dataFolder), ordered.closingId);
    expect((await readdir(folder)).sort()).toEqual([
      'certificate.en.html',
      'certificate.json',
      'certificate.zh-CN.html',
      'journal.json',
      'kept',
    ]);
    await house.closer.resume();
    expect(house.closer.isBusy()).toBe(false);
    expect(prepare).toHaveBeenCalledTimes(2);
    expect(replace).toHaveBeenCalledTimes(2);
    const { certificate } = await house.closer.look(ordered.closingId, ordered.token);
    expect(certificate?.backups.destroyed).toEqual(['concerto-20220401-0330.age']);
  });

  it('goes on by itself where the process stays: a backup by hand was under way', async () => {
    const prepare = vi
      .fn()
      .mockRejectedValueOnce(new ProblemError(backupProblems['under-way']))
      .mockRejectedValueOnce(new ProblemError(backupProblems['under-way']))
      .mockResolvedValue({ destroyed: [], made: null, elsewhere: null });
    const replace = vi.fn().mockResolvedValue(undefined);
    const house = await start({ backups: { prepare, replace }, retryMs: 20 });
    const ordered = await house.closer.order(areaId, ORDER, 'cli');
    await vi.waitUntil(async () => (await stageOf(house, ordered)).stage === 'done', { timeout: 60_000 });
    expect(prepare).toHaveBeenCalledTimes(3);
    expect(replace).toHaveBeenCalledTimes(1);
  });
});
