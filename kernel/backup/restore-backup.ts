import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { NEW_HISTORY_SQL } from '../command/server/chain.ts';
import { KERNEL } from '../db/kernel-migrations.ts';
import { migrate } from '../db/migrate.ts';
import { type ModuleMigrations, readMigrations } from '../db/migration-files.ts';
import { dbProblems } from '../db/problems.ts';
import type { FileStore } from '../files/server/file-store.ts';
import { ProblemError } from '../problem/problem.ts';
import { copyIn, lowerWall, raiseWall } from './copy-in.ts';
import { copyOut, readAreaIds } from './copy-out.ts';
import { plainly } from './failures.ts';
import { type HouseTable, houseSchemas, quoted, readHouseTables } from './house-tables.ts';
import { type BackupHeader, type BackupSummary, summaryOf, tableName } from './manifest.ts';
import { backupProblems } from './problems.ts';
import { type CheckedBackup, checkBackup, partsOf } from './read-backup.ts';
import { openSession } from './session.ts';

export interface RestoreTarget {
  /** The owner's URL of a database without rows of the house. */
  readonly databaseUrl: string;
  /** This program's: those of the backup, and perhaps later ones. */
  readonly modules: readonly ModuleMigrations[];
  /** Puts a key file where it belongs, beside the data that it opens. */
  readonly putKey: (path: string, content: Buffer) => Promise<void>;
  readonly files: FileStore;
}

/** Where a restore is, for whoever waits. */
export type RestoreStep = 'checking' | 'rows' | 'verifying' | 'upgrading';

/**
 * Puts a backup into an empty house: the whole file is checked first; the tables are made as they were, filled and
 * read again in one transaction, so that a failure leaves an empty database behind; then this program's later steps
 * of migration follow.
 * Throws as `checkBackup` does, and `backup.from-newer-program`, `backup.database-not-empty`, `backup.not-the-same`,
 * `backup.disk-full`, `backup.database-full`, `backup.database-lost`, `db.migration-changed`.
 */
export async function restoreBackup(
  target: RestoreTarget,
  file: string,
  keys: readonly string[],
  onStep: (step: RestoreStep) => void = () => undefined,
): Promise<BackupSummary> {
  onStep('checking');
  const backup = await checkBackup(file, keys);
  await mustKnow(target.modules, backup.header);
  const client = await openSession(target.databaseUrl).catch((error: unknown) => {
    throw plainly(error, file);
  });
  try {
    await emptyOut(client, houseSchemas(target.modules));
    await migrate(target.databaseUrl, target.modules, backup.header.migrations);
    await fill(client, target, backup, file, keys, onStep);
    onStep('upgrading');
    await migrate(target.databaseUrl, target.modules);
    // Without figures of what is there now the planner would go by those of empty tables.
    await client.query('analyze');
  } catch (error) {
    throw plainly(error, file);
  } finally {
    await client.end();
  }
  return summaryOf(backup.header, backup.manifest);
}

/** Every step the backup's database had gone, with the text it had then, is one of this program's. */
async function mustKnow(modules: readonly ModuleMigrations[], header: BackupHeader): Promise<void> {
  const files = (await Promise.all([KERNEL, ...modules].map(readMigrations))).flat();
  for (const { module, name, hash } of header.migrations) {
    const known = files.find((file) => file.module === module && file.name === name);
    if (!known) {
      const step = `${module}/${name}`;
      throw new ProblemError(backupProblems['from-newer-program'], { version: header.program, step });
    }
    if (known.hash !== hash) throw new ProblemError(dbProblems['migration-changed'], { module, file: name });
  }
}

/** Takes away the house's tables, made perhaps by a start or by a restore that failed, if none holds a row. */
async function emptyOut(client: pg.Client, schemas: readonly string[]): Promise<void> {
  await client.query('begin');
  try {
    for (const table of await readHouseTables(client, schemas)) {
      if (tableName(table) === 'kernel.migration') continue;
      await lowerWall(client, table);
      const { rows } = await client.query(`select from ${quoted(table)} limit 1`);
      if (rows.length === 0) continue;
      throw new ProblemError(backupProblems['database-not-empty'], { table: tableName(table) });
    }
    for (const schema of schemas) {
      await client.query(`drop schema if exists ${pg.escapeIdentifier(schema)} cascade`);
    }
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

async function fill(
  client: pg.Client,
  target: RestoreTarget,
  backup: CheckedBackup,
  file: string,
  keys: readonly string[],
  onStep: (step: RestoreStep) => void,
): Promise<void> {
  const tables = await readHouseTables(client, houseSchemas(target.modules));
  const byName = new Map(tables.map((table) => [tableName(table), table]));
  for (const table of backup.header.tables) {
    const standing = byName.get(tableName(table));
    if (standing?.columns.join() !== table.columns.join()) {
      throw new ProblemError(backupProblems['not-the-same'], { table: tableName(table) });
    }
  }
  onStep('rows');
  await client.query('begin');
  try {
    for (const table of tables) await lowerWall(client, table);
    // The record of what was migrated now; the backup brings that of then.
    await client.query('delete from kernel.migration');
    await takeIn(client, target, byName, partsOf(file, keys));
    onStep('verifying');
    await verify(client, tables, backup);
    await client.query(NEW_HISTORY_SQL);
    for (const table of tables) await raiseWall(client, table);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

/** The pieces of a table become one COPY: a row may refer to another of its table that comes later. */
async function takeIn(
  client: pg.Client,
  { putKey, files }: RestoreTarget,
  tables: ReadonlyMap<string, HouseTable>,
  parts: ReturnType<typeof partsOf>,
): Promise<void> {
  let next = await parts.next();
  const rowsOf = async function* (table: string) {
    while (!next.done && next.value.kind === 'rows' && next.value.table === table) {
      yield* next.value.body;
      next = await parts.next();
    }
  };
  try {
    while (!next.done) {
      const part = next.value;
      if (part.kind === 'rows') {
        const table = tables.get(part.table);
        if (!table) throw new ProblemError(backupProblems['not-the-same'], { table: part.table });
        await pipeline(rowsOf(part.table), copyIn(client, table));
        continue;
      }
      if (part.kind === 'key') await putKey(part.path, part.content);
      else await putFile(files, part.areaId, part.fileId, part.content);
      next = await parts.next();
    }
  } finally {
    await parts.return(undefined);
  }
}

/** What stands there of that name was restored before, or is the same: a file never changes. */
async function putFile(store: FileStore, areaId: string, fileId: string, content: Buffer): Promise<void> {
  await store.dropPart(areaId, fileId);
  await store.append(areaId, fileId, content);
  await store.finish(areaId, fileId);
}

/** Every table read again, as the backup was made, and compared by rows and hash. */
async function verify(
  client: pg.Client,
  tables: readonly HouseTable[],
  { manifest }: CheckedBackup,
): Promise<void> {
  const areaIds = await readAreaIds(client);
  for (const table of tables) {
    const copy = copyOut(client, table, areaIds);
    let next = await copy.next();
    while (!next.done) next = await copy.next();
    const said = manifest.tables[tableName(table)];
    if (said?.rows !== next.value.rows || said.sha256 !== next.value.sha256) {
      throw new ProblemError(backupProblems['not-the-same'], { table: tableName(table) });
    }
  }
}
