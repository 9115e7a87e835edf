import { createHash, randomUUID } from 'node:crypto';
import { CompiledQuery as Compiled, type CompiledQuery } from 'kysely';
import { inject } from 'vitest';
import { KERNEL } from '../kernel-migrations.ts';
import { migrate } from '../migrate.ts';
import { type ModuleMigrations, readMigrations } from '../migration-files.ts';
import { type Database, openDatabase } from '../pool.ts';

export interface TestDatabase {
  /** The owner's URL, as `DATABASE_URL` would be. */
  readonly url: string;
  /** As the running app: role `concerto_app`, row-level security. */
  readonly db: Database;
  /** As the owner: sees and changes everything. */
  readonly owner: Database;
  /** Makes an area's row and returns its id. */
  newArea(name?: string): Promise<string>;
  /** Closes both and drops the database. Call it in `afterAll`. */
  close(): Promise<void>;
}

export interface TestDatabaseOptions {
  /** The owner's URL of another server than the run's own. */
  readonly serverUrl?: string;
}

/**
 * A database of its own for a test file, migrated with the kernel and the given modules: a copy of a template that
 * the first caller makes, so every further one takes some tens of milliseconds.
 */
export async function testDatabase(
  modules: readonly ModuleMigrations[],
  options: TestDatabaseOptions = {},
): Promise<TestDatabase> {
  const serverUrl = options.serverUrl ?? inject('postgresUrl');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await onServer(serverUrl, async (run) => {
    const template = await ensureTemplate(serverUrl, modules, run);
    await run(`create database ${name} template ${template} strategy file_copy`);
  });
  const url = databaseUrl(serverUrl, name);
  const db = openDatabase(url);
  const owner = openDatabase(url, { role: 'owner', maxConnections: 2 });
  return {
    url,
    db,
    owner,
    newArea: async (areaName = 'Test area') => {
      const id = randomUUID();
      await owner.executeQuery(
        Compiled.raw('insert into kernel.area (area_id, name, created_at) values ($1, $2, now())', [
          id,
          areaName,
        ]),
      );
      return id;
    },
    close: async () => {
      await Promise.all([db.destroy(), owner.destroy()]);
      await onServer(serverUrl, (run) => run(`drop database ${name} with (force)`));
    },
  };
}

type Run = (text: string, values?: readonly unknown[]) => Promise<{ rows: unknown[] }>;

/** One template per set of migrations; workers that need the same one at once wait for the first. */
async function ensureTemplate(
  serverUrl: string,
  modules: readonly ModuleMigrations[],
  run: Run,
): Promise<string> {
  const files = (await Promise.all([KERNEL, ...modules].map(readMigrations))).flat();
  const digest = createHash('sha256').update(files.map((f) => `${f.module}/${f.name} ${f.hash}\n`).join(''));
  const template = `template_${digest.digest('hex').slice(0, 16)}`;
  await run('select pg_advisory_lock(hashtext($1))', [template]);
  const { rows } = await run('select from pg_database where datname = $1', [template]);
  if (rows.length === 0) {
    const unfinished = `${template}_making`;
    await run(`drop database if exists ${unfinished} with (force)`);
    await run(`create database ${unfinished}`);
    await migrate(databaseUrl(serverUrl, unfinished), modules);
    await run(`alter database ${unfinished} rename to ${template}`);
  }
  await run('select pg_advisory_unlock(hashtext($1))', [template]);
  return template;
}

async function onServer<T>(serverUrl: string, work: (run: Run) => Promise<T>): Promise<T> {
  const server = openDatabase(serverUrl, { role: 'owner', maxConnections: 1 });
  try {
    return await server.connection().execute((connection) =>
      work((text, values = []) => {
        const query: CompiledQuery = Compiled.raw(text, [...values]);
        return connection.executeQuery(query);
      }),
    );
  } finally {
    await server.destroy();
  }
}

function databaseUrl(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}
