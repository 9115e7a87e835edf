import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { ProblemError } from '../problem/problem.ts';
import { dbProblems } from './problems.ts';

/** A module's forward SQL; its name is also its Postgres schema. */
export interface ModuleMigrations {
  /** Lower-case letters, e.g. `testing`. */
  readonly name: string;
  /** One folder or several, as file URLs; files of several folders run in the order of their names. */
  readonly migrations: URL | readonly URL[];
}

export interface MigrationFile {
  readonly module: string;
  /** e.g. `0001-create-rounds.sql` */
  readonly name: string;
  readonly sql: string;
  /** SHA-256 of the text, hex. */
  readonly hash: string;
}

const FILE_NAME = /^\d{4}-[a-z0-9]+(-[a-z0-9]+)+\.sql$/;

/**
 * A module's migrations in the order in which they run.
 * @throws `db.migration-files` when a folder is missing, a name is not `0001-verb-….sql` or a number is used twice
 */
export async function readMigrations(module: ModuleMigrations): Promise<MigrationFile[]> {
  const folders = module.migrations instanceof URL ? [module.migrations] : module.migrations;
  const files = (await Promise.all(folders.map((folder) => readFolder(module.name, folder)))).flat();
  files.sort((a, b) => (a.name < b.name ? -1 : 1));
  const numbers = new Set(files.map((file) => file.name.slice(0, 4)));
  if (numbers.size !== files.length) throw badFiles(module.name, 'a number is used twice');
  return files;
}

async function readFolder(module: string, folder: URL): Promise<MigrationFile[]> {
  const path = fileURLToPath(folder);
  const names = await readdir(path).catch((error: NodeJS.ErrnoException) => {
    throw badFiles(module, `folder cannot be read: ${error.code ?? error.message}`);
  });
  return Promise.all(
    names.map(async (name) => {
      if (!FILE_NAME.test(name)) throw badFiles(module, 'not named 0001-verb-….sql', name);
      const sql = await readFile(`${path}/${name}`, 'utf8');
      return { module, name, sql, hash: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

function badFiles(module: string, reason: string, file: string | null = null): ProblemError {
  return new ProblemError(dbProblems['migration-files'], { module, file, reason });
}
