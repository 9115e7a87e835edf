import { CompiledQuery, type Kysely, sql } from 'kysely';
import { ProblemError } from '../problem/problem.ts';
import type { NoTables } from './area-tx.ts';
import { KERNEL } from './kernel-migrations.ts';
import { type MigrationFile, type ModuleMigrations, readMigrations } from './migration-files.ts';
import { openDatabase } from './pool.ts';
import { dbProblems } from './problems.ts';
import { PROTECT_SQL, ROLE_SQL } from './protect.ts';

const OLDEST_SERVER = 150_000;

/** Any number that nothing else in the database locks on: "CONCERTO" as eight ASCII bytes. */
const LOCK = 0x434f4e434552544fn;

export interface AppliedMigration {
  readonly module: string;
  readonly name: string;
}

/**
 * Brings a database up to the given modules, the kernel first, then in the order given. Each file runs in its own
 * transaction with its record and its walls (`protect.ts`); a second caller waits and then finds nothing to do.
 * @param upTo only these, for a database that is to be as an earlier program had it
 * @returns what was applied now, in order
 * @throws `db.migration-changed`, `db.migration-files`, `db.table-without-area`, `db.view-past-walls`,
 * `db.role-missing`, `db.server-too-old`
 */
export async function migrate(
  url: string,
  modules: readonly ModuleMigrations[],
  upTo?: readonly AppliedMigration[],
): Promise<AppliedMigration[]> {
  const db = openDatabase(url, { role: 'owner', maxConnections: 1 });
  try {
    return await db.connection().execute(async (connection) => {
      await refuseOldServer(connection);
      await sql`select pg_advisory_lock(${LOCK.toString()}::int8)`.execute(connection);
      await prepare(connection);
      return await applyAll(connection, modules, upTo);
    });
  } finally {
    await db.destroy();
  }
}

/** Files not yet applied, without touching the database: what `doctor` shows. */
export async function pendingMigrations(
  url: string,
  modules: readonly ModuleMigrations[],
): Promise<AppliedMigration[]> {
  const { applied, files } = await standOf(url, modules);
  return files.filter((file) => !isApplied(applied, file)).map(({ module, name }) => ({ module, name }));
}

/** What was applied and is none of these files: a later program's, or a module's that was taken out. */
export async function unknownMigrations(
  url: string,
  modules: readonly ModuleMigrations[],
): Promise<AppliedMigration[]> {
  const { applied, files } = await standOf(url, modules);
  const known = new Set(files.map(nameOf));
  return [...applied.keys()]
    .filter((name) => !known.has(name))
    .map((path) => {
      const [module = '', name = ''] = path.split('/');
      return { module, name };
    });
}

async function standOf(
  url: string,
  modules: readonly ModuleMigrations[],
): Promise<{ readonly applied: ReadonlyMap<string, string>; readonly files: readonly MigrationFile[] }> {
  const db = openDatabase(url, { role: 'owner', maxConnections: 1 });
  try {
    const made = await sql<{ made: boolean }>`
      select to_regclass('kernel.migration') is not null as made`.execute(db);
    const applied = made.rows[0]?.made ? await readApplied(db) : new Map<string, string>();
    return { applied, files: (await Promise.all([KERNEL, ...modules].map(readMigrations))).flat() };
  } finally {
    await db.destroy();
  }
}

async function refuseOldServer(db: Kysely<NoTables>): Promise<void> {
  const { rows } = await sql<{ version: number }>`
    select current_setting('server_version_num')::int4 as version`.execute(db);
  const version = rows[0]?.version ?? 0;
  if (version < OLDEST_SERVER) throw new ProblemError(dbProblems['server-too-old'], { version });
}

async function prepare(db: Kysely<NoTables>): Promise<void> {
  await run(db, ROLE_SQL).catch((error: unknown) => {
    if (sqlState(error) === '42501') throw new ProblemError(dbProblems['role-missing']);
    throw error;
  });
  await run(
    db,
    `create schema if not exists kernel;
     create table if not exists kernel.migration (
       module text not null,
       name text not null,
       hash text not null,
       applied_at timestamptz not null default now(),
       primary key (module, name)
     )`,
  );
}

async function applyAll(
  db: Kysely<NoTables>,
  modules: readonly ModuleMigrations[],
  upTo: readonly AppliedMigration[] | undefined,
): Promise<AppliedMigration[]> {
  const wanted = upTo && new Set(upTo.map(nameOf));
  const applied = await readApplied(db);
  const now: AppliedMigration[] = [];
  for (const module of [KERNEL, ...modules]) {
    for (const file of await readMigrations(module)) {
      if (isApplied(applied, file) || wanted?.has(nameOf(file)) === false) continue;
      await apply(db, file);
      now.push({ module: file.module, name: file.name });
    }
  }
  return now;
}

async function readApplied(db: Kysely<NoTables>): Promise<Map<string, string>> {
  const { rows } = await sql<{ module: string; name: string; hash: string }>`
    select module, name, hash from kernel.migration`.execute(db);
  return new Map(rows.map((row) => [nameOf(row), row.hash]));
}

const nameOf = ({ module, name }: AppliedMigration): string => `${module}/${name}`;

function isApplied(applied: ReadonlyMap<string, string>, file: MigrationFile): boolean {
  const hash = applied.get(nameOf(file));
  if (hash !== undefined && hash !== file.hash) {
    throw new ProblemError(dbProblems['migration-changed'], { module: file.module, file: file.name });
  }
  return hash !== undefined;
}

async function apply(db: Kysely<NoTables>, file: MigrationFile): Promise<void> {
  await run(db, 'begin');
  try {
    await run(db, `create schema if not exists "${file.module}"`);
    await run(db, file.sql);
    await run(db, PROTECT_SQL);
    await sql`insert into kernel.migration (module, name, hash)
      values (${file.module}, ${file.name}, ${file.hash})`.execute(db);
    await run(db, 'commit');
  } catch (error) {
    await run(db, 'rollback');
    if (sqlState(error) === 'CN001' && error instanceof Error) {
      throw new ProblemError(dbProblems['table-without-area'], { table: error.message, file: file.name });
    }
    if (sqlState(error) === 'CN002' && error instanceof Error) {
      throw new ProblemError(dbProblems['view-past-walls'], { view: error.message, file: file.name });
    }
    if (error instanceof Error) error.message = `${file.module}/${file.name}: ${error.message}`;
    throw error;
  }
}

async function run(db: Kysely<NoTables>, text: string): Promise<void> {
  await db.executeQuery(CompiledQuery.raw(text));
}

function sqlState(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
