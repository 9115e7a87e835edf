import { randomUUID } from 'node:crypto';
import { appendFile, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { type House, openHouse } from '#apps/server/house.ts';
import { migrations } from '#apps/server/migrations.ts';
import { makeKeyPair, writeKey } from '#kernel/backup/recipients.ts';
import { everyRow } from '#kernel/backup/testing/every-row.ts';
import { newDatabase } from '#kernel/backup/testing/servers.ts';
import { checkChain } from '#kernel/command/server/chain.ts';
import { type TestDatabase, testDatabase } from '#kernel/db/testing/database.ts';
import { filesFolder } from '#kernel/files/module.ts';
import { folderStore } from '#kernel/files/server/file-store.ts';
import { uuidv7 } from '#kernel/time-id/uuid.ts';
import { readConfig } from './config.ts';
import { DEMO_AREA_NAME, seedDemo } from './demo.ts';
import { cliOf, runCli } from './main.ts';
import { tonight } from './nightly.ts';

const silent = pino({ level: 'silent' });

/** Several whole backups, or a process of its own, take long where the machine is busy. */
const LONG_MS = 240_000;

let database: TestDatabase;
let folder: string;
let dataFolder: string;
let house: House;
let areaId: string;
beforeAll(async () => {
  database = await testDatabase(migrations);
  folder = await mkdtemp(join(tmpdir(), 'concerto-backup-'));
  dataFolder = join(folder, 'data');
  house = await openHouse({ databaseUrl: database.url, dataFolder, log: silent });
  areaId = await house.areaNamed(DEMO_AREA_NAME);
  await seedDemo(house.host, house.system(areaId));
  const files = folderStore(filesFolder(dataFolder));
  const fileId = randomUUID();
  await files.append(areaId, fileId, Buffer.alloc(200_000, 1));
  await files.finish(areaId, fileId);
});
afterAll(async () => {
  await house.close();
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

const envOf = (env: Record<string, string>) => ({
  DATABASE_URL: database.url,
  CONCERTO_DATA: dataFolder,
  LANG: 'en',
  ...env,
});

/** Runs a verb as at a terminal. */
async function run(args: readonly string[], env: Record<string, string> = {}) {
  const said: string[] = [];
  const complaints = vi.spyOn(console, 'error').mockImplementation((line) => void said.push(String(line)));
  const status = await runCli(args, { ...cliOf(envOf(env)), say: (line) => void said.push(line) });
  complaints.mockRestore();
  return { status, said: said.join('\n') };
}

/** A name for a file in the folder. */
const at = (name: string) => join(folder, name);
/** Another machine: an empty database, a new data folder. */
const elsewhere = async () => ({
  DATABASE_URL: (await newDatabase(inject('postgresUrl'))).url,
  CONCERTO_DATA: at(`data-${randomUUID()}`),
});

/** A wish of the command line, as small as there is one. */
async function setAFigure(value: number): Promise<void> {
  const by = house.system(areaId, 'cli');
  const now = house.host.clock.now();
  const body = { id: uuidv7(now), key: 'files.keep-photo-days', value, from: now, source: 'test' };
  const [answer] = await house.host.submit(
    areaId,
    [{ id: uuidv7(now), kind: 'settings.set', v: 1, claimedAt: now, actorId: by.actor.id, body }],
    by,
  );
  expect(answer).toMatchObject({ outcome: 'done' });
}

describe('backing up a house that is in use, and restoring it on another machine', () => {
  it(
    'makes a key at the first backup, says that it should not stay, and takes it away',
    async () => {
      expect((await run(['doctor'])).said).toMatch(
        /▲ There is a recent backup: none.*\n {2}→ Run npm run concerto/,
      );
      const first = await run(['backup', at('first.age')]);
      expect(first).toMatchObject({ status: 0 });
      expect(first.said).toMatch(/1 area, .* rows in .* tables, 1 photo or other file, \d key files/);
      expect(first.said).toContain('still lies on this machine');
      expect((await run(['doctor'])).said).toMatch(/▲ The key to backups .*\n {2}→ Plug in/);
      expect((await stat(at('first.age'))).mode & 0o777).toBe(0o600);

      // Somebody has put a second recipient there by hand: it stays.
      const other = await makeKeyPair();
      await appendFile(
        join(dataFolder, 'backup-recipients.txt'),
        `# the street office\n${other.recipient}\n`,
      );
      expect(await run(['backup-key', at('usb.txt')])).toMatchObject({ status: 0 });
      expect(await readdir(dataFolder)).not.toContain('backup-key.txt');
      expect(await readFile(at('usb.txt'), 'utf8')).toMatch(/^AGE-SECRET-KEY-1/m);
      expect((await run(['backup', at('second.age')])).said).not.toContain('still lies');
      const doctor = await run(['doctor']);
      expect(doctor.said).toContain('✓ The key to backups lies elsewhere');
      expect(doctor.said).toMatch(/✓ There is a recent backup: 0 hours ago/);
      await writeKey(at('office.txt'), other, Date.now());
      expect(await run(['restore', at('second.age'), '--check', '--key', at('office.txt')])).toMatchObject({
        status: 0,
      });
      // The same key opens both.
      for (const name of ['first.age', 'second.age']) {
        expect(await run(['restore', at(name), '--check', '--key', at('usb.txt')])).toMatchObject({
          status: 0,
        });
      }
    },
    LONG_MS,
  );

  it(
    'says what is missing or wrong, and never overwrites',
    async () => {
      expect(await run(['backup'])).toMatchObject({ status: 2 });
      expect((await run(['backup', at('second.age')])).said).toContain('stands already');
      expect((await run(['restore', at('second.age')])).said).toContain('say with --key');
      expect((await run(['restore', at('second.age'), '--key', at('second.age')])).said).toContain('no key');
      expect((await run(['backup-key', at('usb-2.txt')])).said).toContain('make another with --new');
      expect((await run(['backup-key', at('usb.txt'), '--new'])).said).toContain('stands already');
      const full = await run(['restore', at('second.age'), '--key', at('usb.txt')]);
      expect(full).toMatchObject({ status: 1 });
      expect(full.said).toContain('The database holds data');
      const own = { CONCERTO_BACKUP_RECIPIENTS: 'age1notakey' };
      expect((await run(['backup', at('third.age')], own)).said).toContain('not the public half');
      await expect(stat(at('third.age'))).rejects.toMatchObject({ code: 'ENOENT' });
    },
    LONG_MS,
  );

  it(
    'brings back every row, key and file; work goes on, and the chain holds',
    async () => {
      await setAFigure(60);
      const before = await everyRow(database.url);
      expect(await run(['backup', at('whole.age')])).toMatchObject({ status: 0 });
      await setAFigure(61);

      const machine = await elsewhere();
      const { status, said } = await run(['restore', at('whole.age'), '--key', at('usb.txt')], machine);
      expect([status, said]).toEqual([0, expect.stringContaining('Restored')]);
      const after = await everyRow(machine.DATABASE_URL);
      expect([...after.keys()]).toEqual([...before.keys()]);
      const changed = [...before].filter(([table, rows]) => rows.join('\n') !== after.get(table)?.join('\n'));
      // A restore goes on beyond the versions that were given out since: one link more, the area's head moved.
      expect(changed.map(([table]) => table)).toEqual(['kernel.area', 'kernel.log_seal']);
      expect(after.get('kernel.log_seal')).toHaveLength((before.get('kernel.log_seal')?.length ?? 0) + 1);
      for (const path of [`keys/${areaId}.json`, 'auth-secrets.json', 'backup-recipients.txt']) {
        expect(await readFile(join(machine.CONCERTO_DATA, path))).toEqual(
          await readFile(join(dataFolder, path)),
        );
      }
      const [photo] = await readdir(join(dataFolder, 'files', areaId));
      expect(await readFile(join(machine.CONCERTO_DATA, 'files', areaId, photo ?? ''))).toEqual(
        Buffer.alloc(200_000, 1),
      );

      expect(await run(['doctor'], machine)).toMatchObject({ status: 0 });
      const restored = await openHouse({
        databaseUrl: machine.DATABASE_URL,
        dataFolder: machine.CONCERTO_DATA,
        log: silent,
      });
      try {
        expect(await restored.host.read(areaId, checkChain)).toMatchObject({ restored: 1, faults: [] });
        // What was done after the backup is not there, and can be done again.
        const was = house;
        house = restored;
        await setAFigure(61).finally(() => {
          house = was;
        });
        expect(await restored.host.read(areaId, checkChain)).toMatchObject({ restored: 1, faults: [] });
      } finally {
        await restored.close();
      }
      expect(await run(['backup', at('again.age')], machine)).toMatchObject({ status: 0 });
      expect(await run(['restore', at('again.age'), '--check', '--key', at('usb.txt')])).toMatchObject({
        status: 0,
      });
    },
    LONG_MS,
  );

  it(
    'keeps a key file of the other machine that is not the same, and later keys of the same area',
    async () => {
      const machine = await elsewhere();
      const fresh = await openHouse({
        databaseUrl: database.url,
        dataFolder: machine.CONCERTO_DATA,
        log: silent,
      });
      await fresh.close();
      const other = await readFile(join(machine.CONCERTO_DATA, 'auth-secrets.json'), 'utf8');
      const said = await run(['restore', at('whole.age'), '--key', at('usb.txt')], machine);
      expect(said).toMatchObject({ status: 0 });
      const aside = (await readdir(machine.CONCERTO_DATA)).find((n) =>
        n.startsWith('auth-secrets.json.before'),
      );
      expect(await readFile(join(machine.CONCERTO_DATA, aside ?? ''), 'utf8')).toBe(other);
      expect(await readFile(join(machine.CONCERTO_DATA, 'auth-secrets.json'))).toEqual(
        await readFile(join(dataFolder, 'auth-secrets.json')),
      );

      await house.ring.beginRotation(areaId, house.host.clock.now());
      const later = await readFile(join(dataFolder, 'keys', `${areaId}.json`));
      const { DATABASE_URL } = await elsewhere();
      expect(await run(['restore', at('whole.age'), '--key', at('usb.txt')], { DATABASE_URL })).toMatchObject(
        {
          status: 0,
        },
      );
      expect(await readFile(join(dataFolder, 'keys', `${areaId}.json`))).toEqual(later);
    },
    LONG_MS,
  );
});

describe('the nightly backup', () => {
  it(
    'is made by a process of its own, and the newest are kept',
    async () => {
      const backups = at('backups');
      const cli = cliOf({
        ...process.env,
        ...envOf({ CONCERTO_BACKUPS: backups, CONCERTO_BACKUP_KEEP: '2' }),
      });
      const config = readConfig(cli);
      const night = { hour: 3, minute: 30 };
      await mkdir(backups);
      const old = [
        'concerto-20220401-0330.age',
        'concerto-20220402-0330.age',
        'concerto-20220403-0330.age.part',
      ];
      for (const name of [...old, 'mine.age']) await writeFile(join(backups, name), '');
      const next = await tonight(config, cli, silent, night, new AbortController().signal);
      expect(new Date(next).getHours()).toBe(3);
      const names = await readdir(backups);
      expect(names).toHaveLength(3);
      expect(names).toContain('mine.age');
      expect(names).toContain('concerto-20220402-0330.age');
      const made = names.find((n) => !['mine.age', 'concerto-20220402-0330.age'].includes(n)) ?? '';
      expect(await run(['restore', join(backups, made), '--check', '--key', at('usb.txt')])).toMatchObject({
        status: 0,
      });
    },
    LONG_MS,
  );

  it(
    'that fails is tried again in an hour',
    async () => {
      const cli = cliOf({
        ...process.env,
        ...envOf({ CONCERTO_BACKUPS: at('backups-2') }),
        DATABASE_URL: 'postgres://x@127.0.0.1:9/x',
      });
      const logged: string[] = [];
      const log = pino({}, { write: (line: string) => void logged.push(line) });
      const before = Date.now();
      const next = await tonight(
        readConfig(cli),
        cli,
        log,
        { hour: 3, minute: 30 },
        new AbortController().signal,
      );
      expect(next - before).toBeGreaterThanOrEqual(3_600_000);
      expect(logged.join()).toContain('tried again in an hour');
      expect(await readdir(at('backups-2'))).toEqual([]);
    },
    LONG_MS,
  );
});
