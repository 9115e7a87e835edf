import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pino from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openHouse } from '#apps/server/house.ts';
import { migrations } from '#apps/server/migrations.ts';
import { type Certificate, STAGES, type Stage } from '#core/closing/contract.ts';
import { startEmbedded } from '#kernel/db/embedded/embedded.ts';
import { migrate } from '#kernel/db/migrate.ts';
import { HERE, plant, plantBeside, THERE } from '#tests/closing/planted.ts';
import { searchDisk } from '#tests/journeys/support/disk.ts';
import { killPostgres } from './support/processes.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const AREA = '清源居民区';
const OTHER = '静安里居民区';
/** Three steps in `npm test`, all with `CONCERTO_FAULT_ROUNDS=100`. */
const IS_LONG = Number(process.env.CONCERTO_FAULT_ROUNDS ?? 0) > 3;
const ORDER = ['--area', AREA, '--confirm', AREA, '--rule', '街道通知', '--responsible', '王书记'];

let root: string;
let areaId: string;
const inData = (...names: string[]) => join(root, 'data', ...names);

/** The journal of the last closing that was ordered; it may be looked for before it is there. */
function stage(): Stage | null {
  if (!existsSync(inData('closings'))) return null;
  const [last] = readdirSync(inData('closings')).sort().slice(-1);
  const file = inData('closings', last ?? '', 'journal.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { stage: Stage }).stage : null;
}
/** That stage or a later one; `stopped` is none of them. */
const isAt = (which: Stage): boolean => {
  const order: readonly (Stage | null)[] = STAGES;
  return order.indexOf(stage()) >= order.indexOf(which);
};
/** Holds a database that is not PostgreSQL's own. */
const isFilled = (...names: string[]): boolean =>
  existsSync(inData(...names)) && readdirSync(inData(...names)).some((name) => Number(name) >= 16_384);
const stands = (...names: string[]) => existsSync(inData(...names));

/** When the process is killed: then, or where that passes in a moment, as soon afterwards as it is seen. */
interface Moment {
  readonly name: string;
  readonly hasCome: () => boolean;
  /** Also in the short form. */
  readonly short?: true;
  /** The servers of the database are killed in the same moment, as by a power cut. */
  readonly power?: true;
}
const MOMENTS: readonly Moment[] = [
  // A moment earlier, with the keys still there, everything is put back.
  {
    name: 'the keys are destroyed',
    hasCome: () => isAt('destroying') && !stands('keys', `${areaId}.json`),
    short: true,
  },
  { name: 'rows are deleted', hasCome: () => isAt('rows'), power: true },
  { name: 'the new database is made', hasCome: () => stands('postgres-fresh', 'postgres', 'postmaster.pid') },
  {
    name: 'the new database is being filled',
    hasCome: () => isFilled('postgres-fresh', 'postgres', 'base') || isAt('backups'),
    power: true,
    short: true,
  },
  { name: 'the new database is whole', hasCome: () => stands('postgres-fresh', 'ready') || isAt('backups') },
  { name: 'old backups go', hasCome: () => isAt('backups') },
  {
    name: 'the backup without the area is written',
    hasCome: () => stands('backups', 'after-closing.age.part') || stands('backups', 'after-closing.age'),
    power: true,
    short: true,
  },
];

function close(...args: readonly string[]): { readonly child: ChildProcess; readonly told: () => string } {
  const child = spawn(process.execPath, ['--import', 'tsx', 'apps/cli/main.ts', 'close', ...args], {
    cwd: ROOT,
    env: { ...process.env, CONCERTO_DATA: inData(), DATABASE_URL: '', LANG: 'en_US.UTF-8', LC_ALL: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (text += chunk));
  return { child, told: () => text };
}

/** @returns false when the process ended by itself before */
async function killAt({ hasCome, power }: Moment, args: readonly string[]): Promise<boolean> {
  const { child, told } = close(...args);
  const ended = once(child, 'exit');
  while (!hasCome()) {
    if (child.exitCode !== null) throw new Error(`it ended with ${child.exitCode}:\n${told()}`);
    await sleep(1);
  }
  child.kill('SIGKILL');
  const [, signal] = await ended;
  if (power) for (const pid of postmasters()) killPostgres(pid);
  return signal === 'SIGKILL';
}

/** Servers that outlived their app. */
const postmasters = (): number[] =>
  [inData('postgres'), inData('postgres-fresh', 'postgres')]
    .map((folder) => join(folder, 'postmaster.pid'))
    .filter((file) => existsSync(file))
    .map((file) => Number(readFileSync(file, 'utf8').split('\n')[0]));

async function toItsEnd(...args: readonly string[]): Promise<{ status: number | null; said: string }> {
  const { child, told } = close(...args);
  const [status] = await once(child, 'exit');
  return { status, said: told() };
}

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'concerto-closing-kill-'));
  const server = await startEmbedded({ dataFolder: inData() });
  await migrate(server.url, migrations);
  const log = pino({ level: 'silent' });
  const house = await openHouse({ databaseUrl: server.url, dataFolder: inData(), log });
  areaId = await house.areaNamed(AREA);
  await plant(house, areaId, AREA, HERE);
  await plant(house, await house.areaNamed(OTHER), OTHER, THERE);
  await plantBeside({ databaseUrl: server.url, dataFolder: inData() }, areaId, HERE);
  await house.close();
  await server.stop();
}, 300_000);
afterAll(async () => {
  for (const pid of postmasters()) killPostgres(pid);
  await rm(root, { recursive: true, force: true });
});

it('a closing that is killed while it can still be stopped changes nothing, and is ordered again', async () => {
  const waiting = { name: 'it waits', hasCome: () => stage() === 'waiting' };
  expect(await killAt(waiting, [...ORDER, '--witness', '李主任'])).toBe(true);
  expect(await toItsEnd('--resume')).toMatchObject({ status: 1 });
  expect(stage()).toBe('stopped');
  const finds = await searchDisk(root, Object.values(HERE));
  expect(new Set(finds.map(({ text }) => text))).toEqual(new Set(Object.values(HERE)));
}, 300_000);

it('a closing that is killed at every step goes on each time, and leaves nobody behind', async () => {
  const fell: string[] = [];
  for (const [i, moment] of MOMENTS.filter(({ short }) => IS_LONG || short).entries()) {
    const args = i === 0 ? [...ORDER, '--witness', '李主任', '--now'] : ['--resume'];
    const isKilled = await killAt(moment, args);
    fell.push(`${moment.name}: ${isKilled ? 'killed' : 'ended'} in stage ${stage()}`);
  }
  process.stdout.write(`\n${fell.join('\n')}\n`);
  const end = await toItsEnd('--resume');
  expect(end.said).toContain('is closed. Certificate');
  expect(end.status).toBe(0);
  expect(stage()).toBe('done');
  expect(await searchDisk(root, Object.values(HERE))).toEqual([]);
  const there = await searchDisk(root, Object.values(THERE));
  expect(new Set(there.map(({ text }) => text))).toContain(THERE.resident);

  const [closing = ''] = readdirSync(inData('closings')).sort().slice(-1);
  const certificate = JSON.parse(
    readFileSync(inData('closings', closing, 'certificate.json'), 'utf8'),
  ) as Certificate;
  expect(certificate.kinds.find(({ kind }) => kind === 'people.resident')?.rows).toBe(41);
  expect(certificate.backups.destroyed).toHaveLength(2);
  expect(readdirSync(inData('backups'))).toEqual([certificate.backups.made]);
  expect(readdirSync(inData()).filter((name) => /fresh|replaced|\.part$/.test(name))).toEqual([]);
}, 900_000);
