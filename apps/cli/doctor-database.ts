import { join } from 'node:path';
import { sql } from 'kysely';
import { APP_VERSION } from '#apps/server/app-version.ts';
import { migrations } from '#apps/server/migrations.ts';
import { keysDoor } from '#core/privacy/module.ts';
import { findBackups } from '#core/privacy/server/store.ts';
import { listAreas, listClosedAreas } from '#kernel/command/server/area.ts';
import { checkChain } from '#kernel/command/server/chain.ts';
import { areaKeys, openKeyRing } from '#kernel/crypto/key-ring.ts';
import { pendingMigrations, unknownMigrations } from '#kernel/db/migrate.ts';
import { type Database, openDatabase } from '#kernel/db/pool.ts';
import { inArea } from '#kernel/db/transaction.ts';
import type { Check } from './doctor-check.ts';
import { signaturesCheck } from './doctor-signatures.ts';
import type { Cli } from './verb.ts';

export const DATABASE_CHECKS = [
  'database',
  'clock',
  'version',
  'migrations',
  'keys',
  'key-copy',
  'chain',
  'signatures',
] as const;

/** Commands carry times; a database whose clock is further off than this would make their order doubtful. */
const MAX_CLOCK_APART_MS = 5_000;

type Result = Omit<Check, 'name'>;

/** Checks that need a database which can be opened. One that throws is a failed check, not a failed doctor. */
export async function databaseChecks(url: string, dataFolder: string, cli: Cli): Promise<Check[]> {
  const owner = openDatabase(url, { role: 'owner', maxConnections: 1 });
  const looks: Record<(typeof DATABASE_CHECKS)[number], () => Promise<Result>> = {
    database: () => serverCheck(owner),
    clock: () => clockCheck(owner, cli),
    version: () => versionCheck(url, cli),
    migrations: () => migrationsCheck(url, cli),
    keys: () => keysCheck(owner, dataFolder, cli),
    'key-copy': () => keyCopyCheck(owner, dataFolder, cli),
    chain: () => chainCheck(owner, dataFolder, cli),
    signatures: () => signaturesCheck(owner, url, openKeyRing(join(dataFolder, 'keys')), cli),
  };
  const checks: Check[] = [];
  try {
    for (const name of DATABASE_CHECKS) checks.push({ name, ...(await looks[name]().catch(asFault)) });
  } finally {
    await owner.destroy();
  }
  return checks;
}

async function serverCheck(owner: Database): Promise<Result> {
  const { rows } = await sql<{ version: string }>`
    select current_setting('server_version') as version`.execute(owner);
  return { ok: true, detail: `PostgreSQL ${rows[0]?.version}` };
}

async function clockCheck(owner: Database, cli: Cli): Promise<Result> {
  const { rows } = await sql<{ at: number }>`select clock_timestamp() as at`.execute(owner);
  const apart = Math.abs(Date.now() - (rows[0]?.at ?? 0));
  return {
    ok: apart <= MAX_CLOCK_APART_MS,
    detail: cli.t('detail.apart', { seconds: (apart / 1000).toFixed(1) }),
  };
}

/** A database that a later program has brought up is not for this one. */
async function versionCheck(url: string, cli: Cli): Promise<Result> {
  const unknown = await unknownMigrations(url, migrations);
  const [step] = unknown;
  return {
    ok: step === undefined,
    detail: step
      ? cli.t('detail.version-older', { version: APP_VERSION, step: `${step.module}/${step.name}` })
      : cli.t('detail.version', { version: APP_VERSION }),
  };
}

/** Every area's log against its hash chain: a row that was altered, added or taken away shows. */
async function chainCheck(owner: Database, dataFolder: string, cli: Cli): Promise<Result> {
  const { rows } = await sql<{ made: boolean }>`
    select to_regclass('kernel.log_seal') is not null as made`.execute(owner);
  const areas = rows[0]?.made ? await listAreas(owner) : [];
  const ring = openKeyRing(join(dataFolder, 'keys'));
  const keyed = new Set(await ring.areaIds());
  let count = 0;
  const broken: string[] = [];
  const closed = rows[0]?.made ? await listClosedAreas(owner) : [];
  for (const { areaId, name } of [...areas.filter((area) => keyed.has(area.areaId)), ...closed]) {
    // The chain is over ciphertext: a closed area's holds without its keys.
    const keys = keyed.has(areaId) ? await ring.of(areaId) : areaKeys(Buffer.alloc(32));
    const found = await inArea(owner, areaId, keys, checkChain, { readOnly: true });
    count += found.rows;
    if (found.faults.length > 0) broken.push(`${name}: ${found.faults[0]}`);
  }
  return broken.length === 0
    ? { ok: true, detail: cli.t('detail.chain', { count }) }
    : { ok: false, detail: broken.join('；') };
}

async function migrationsCheck(url: string, cli: Cli): Promise<Result> {
  const pending = await pendingMigrations(url, migrations);
  return {
    ok: pending.length === 0,
    detail: pending.length === 0 ? '' : cli.t('detail.pending', { count: pending.length }),
  };
}

async function keysCheck(owner: Database, dataFolder: string, cli: Cli): Promise<Result> {
  const { rows } = await sql<{
    made: boolean;
  }>`select to_regclass('kernel.area') is not null as made`.execute(owner);
  const areas = rows[0]?.made ? await listAreas(owner) : [];
  const ring = openKeyRing(join(dataFolder, 'keys'));
  const opened = await Promise.allSettled(areas.map((area) => ring.of(area.areaId)));
  const missing = opened.filter((result) => result.status === 'rejected').length;
  return missing === 0
    ? { ok: true, detail: cli.t('detail.areas', { count: areas.length }) }
    : { ok: false, detail: cli.t('detail.missing-keys', { count: missing }) };
}

/** No fault of the machine, but what a broken disk would make one: said until somebody has a copy of these very keys. */
async function keyCopyCheck(owner: Database, dataFolder: string, cli: Cli): Promise<Result> {
  const { rows } = await sql<{
    made: boolean;
  }>`select to_regclass('privacy.key_backup') is not null as made`.execute(owner);
  const areas = rows[0]?.made ? await listAreas(owner) : [];
  const ring = openKeyRing(join(dataFolder, 'keys'));
  const door = keysDoor(dataFolder, ring);
  // An area whose key is gone is told by the check before.
  const keyed = new Set(await ring.areaIds());
  const without: string[] = [];
  for (const { areaId, name } of areas.filter((area) => keyed.has(area.areaId))) {
    const { fingerprint } = await door.info(areaId);
    const backups = await inArea(owner, areaId, await ring.of(areaId), findBackups, { readOnly: true });
    if (!backups.some((backup) => backup.fingerprint === fingerprint)) without.push(name);
  }
  return without.length === 0
    ? { ok: true, detail: '' }
    : { ok: true, warning: true, detail: cli.t('detail.no-key-copy', { areas: without.join('、') }) };
}

function asFault(error: unknown): Result {
  return { ok: false, detail: error instanceof Error ? error.message : String(error) };
}
