import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import type { KeyFiles } from '../crypto/key-archive.ts';
import type { ModuleMigrations } from '../db/migration-files.ts';
import type { FileStore } from '../files/server/file-store.ts';
import { noSuchFile } from '../no-such-file.ts';
import { ProblemError } from '../problem/problem.ts';
import { copyOut, inPieces, readAreaIds } from './copy-out.ts';
import { compress, encryptFor } from './envelope.ts';
import { plainly } from './failures.ts';
import { type HouseTable, houseSchemas, readHouseTables } from './house-tables.ts';
import {
  type BackupHeader,
  type BackupManifest,
  type BackupSummary,
  FILES_FOLDER,
  FORMAT,
  HEADER_NAME,
  KEYS_FOLDER,
  MANIFEST_NAME,
  pieceName,
  summaryOf,
  tableName,
} from './manifest.ts';
import { backupProblems } from './problems.ts';
import { openSession } from './session.ts';
import { tarEnd, tarHeader, tarPadding } from './tar.ts';

export interface BackupSource {
  /** The owner's URL. */
  readonly databaseUrl: string;
  readonly modules: readonly ModuleMigrations[];
  /** Key files of the house as they stand when asked. */
  readonly keys: () => Promise<KeyFiles>;
  readonly files: FileStore;
  /** The program's version. */
  readonly program: string;
}

export interface MadeBackup extends BackupSummary {
  /** Of the file. */
  readonly bytes: number;
}

const PIECE_BYTES = 1024 * 1024;

/**
 * Writes everything the house holds into one encrypted file, beside whoever works with it: the rows out of one
 * repeatable-read snapshot, the keys as they stand a moment later, then the files, which never change once they are
 * whole. Nothing is held whole; the file has its name only when it is on the disk to its last byte.
 * Throws `backup.file-stands`, `backup.under-way` while another process makes one, `backup.disk-full`, `backup.no-access`, `backup.database-lost`.
 * @param recipients `age1…`, one or more: whoever has one of their keys opens it
 * @param target where the bytes go, for tests
 */
export async function makeBackup(
  source: BackupSource,
  recipients: readonly string[],
  file: string,
  target: (path: string) => Writable = (path) =>
    createWriteStream(path, { mode: 0o600, flags: 'wx', flush: true }),
): Promise<MadeBackup> {
  if (await stat(file).catch(noSuchFile)) throw new ProblemError(backupProblems['file-stands'], { file });
  const client = await openSession(source.databaseUrl).catch((error: unknown) => {
    throw plainly(error, file);
  });
  try {
    await takeTurn(client, file);
    return await writeBackup(source, client, recipients, file, target);
  } finally {
    await client.end();
  }
}

const TURN = 0x6261636b;

/** A lock of the session, so that none goes stale: the nightly backup and one by hand would slow each other down. */
async function takeTurn(client: pg.Client, file: string): Promise<void> {
  const { rows } = await client
    .query<{ free: boolean }>('select pg_try_advisory_lock($1) as free', [TURN])
    .catch((error: unknown) => {
      throw plainly(error, file);
    });
  if (!rows[0]?.free) throw new ProblemError(backupProblems['under-way']);
}

async function writeBackup(
  source: BackupSource,
  client: pg.Client,
  recipients: readonly string[],
  file: string,
  target: (path: string) => Writable,
): Promise<MadeBackup> {
  const part = `${file}.part`;
  // What a backup that was killed left behind.
  await rm(part, { force: true });
  const made: { summary?: BackupSummary } = {};
  try {
    await pipeline(
      archiveOf(source, client, (summary) => {
        made.summary = summary;
      }),
      compress(),
      encryptFor(recipients),
      target(part),
    );
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true });
    throw plainly(error, file);
  }
  if (!made.summary) throw new Error('the archive was not written to its end');
  return { ...made.summary, bytes: (await stat(file)).size };
}

async function* archiveOf(
  source: BackupSource,
  client: pg.Client,
  done: (summary: BackupSummary) => void,
): AsyncGenerator<Buffer> {
  await client.query('begin isolation level repeatable read read only');
  const { header, tables, areaIds, at } = await readHeader(source, client);
  const entry = (name: string, content: Buffer) => tarEntry(name, content, at);
  yield* entry(HEADER_NAME, jsonOf(header));

  const manifest: BackupManifest = { tables: {}, keys: {}, files: { count: 0, bytes: 0, sha256: '' } };
  for (const [path, content] of await source.keys()) {
    manifest.keys[path] = sha256(content);
    yield* entry(`${KEYS_FOLDER}${path}`, content);
  }
  for (const table of tables) {
    const pieces = inPieces(copyOut(client, table, areaIds), PIECE_BYTES);
    for (let n = 1; ; n++) {
      const next = await pieces.next();
      if (next.done) {
        manifest.tables[tableName(table)] = next.value;
        break;
      }
      yield* entry(pieceName(table, n), next.value);
    }
  }
  await client.query('commit');
  manifest.files = yield* filesOf(source.files, entry);
  yield* entry(MANIFEST_NAME, jsonOf(manifest));
  yield tarEnd();
  done(summaryOf(header, manifest));
}

/** The first statement takes the snapshot: what it says of time is the snapshot's. */
async function readHeader(
  { modules, program }: BackupSource,
  client: pg.Client,
): Promise<{
  readonly header: BackupHeader;
  readonly tables: readonly HouseTable[];
  readonly areaIds: readonly string[];
  readonly at: number;
}> {
  const { rows } = await client.query<{ at: number; server: string; made: boolean }>(
    `select floor(extract(epoch from now()) * 1000)::float8 as at, current_setting('server_version') as server,
      to_regclass('kernel.migration') is not null as made`,
  );
  const { at = 0, server = '', made = false } = rows[0] ?? {};
  if (!made) throw new ProblemError(backupProblems['nothing-there']);
  const migrations = await client.query<BackupHeader['migrations'][number]>(
    'select module, name, hash from kernel.migration order by applied_at, module, name',
  );
  const tables = await readHouseTables(client, houseSchemas(modules));
  const areaIds = await readAreaIds(client);
  const header: BackupHeader = {
    format: FORMAT,
    madeAt: new Date(at).toISOString(),
    program,
    server,
    areas: areaIds.length,
    migrations: migrations.rows,
    tables: tables.map(({ schema, name, columns }) => ({ schema, name, columns })),
  };
  return { header, tables, areaIds, at };
}

/** Every whole file; an upload under way is begun again by the phone that has it. */
async function* filesOf(
  store: FileStore,
  entry: (name: string, content: Buffer) => Iterable<Buffer>,
): AsyncGenerator<Buffer, BackupManifest['files']> {
  const hash = createHash('sha256');
  const sum = { count: 0, bytes: 0 };
  for (const areaId of [...(await store.areas())].sort()) {
    for (const { fileId, whole } of await store.list(areaId)) {
      // One that was swept away meanwhile no row knows any more.
      const content = whole ? await store.read(areaId, fileId) : null;
      if (!content) continue;
      const name = `${areaId}/${fileId}`;
      sum.count += 1;
      sum.bytes += content.length;
      hash.update(`${name} ${sha256(content)}\n`);
      yield* entry(`${FILES_FOLDER}${name}`, content);
    }
  }
  return { ...sum, sha256: hash.digest('hex') };
}

function* tarEntry(name: string, content: Buffer, at: number): Generator<Buffer> {
  yield tarHeader(name, content.length, at);
  if (content.length === 0) return;
  yield content;
  yield tarPadding(content.length);
}

export const sha256 = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');

const jsonOf = (value: object): Buffer => Buffer.from(`${JSON.stringify(value, null, 1)}\n`);
