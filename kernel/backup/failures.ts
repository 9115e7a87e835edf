import { ProblemError } from '../problem/problem.ts';
import { backupProblems } from './problems.ts';

/** Postgres: disk_full; what a server says that stops or was killed; a connection that broke. */
const DATABASE_FULL = '53100';
const DATABASE_LOST = /^(57P0[1-3]|08\d{3}|ECONNRESET|ECONNREFUSED|EPIPE)$/;
const LOST_WORDS = /^(Connection terminated|Client has encountered a connection error|Client was closed)/;
const NO_ACCESS = new Set(['EACCES', 'EPERM', 'EROFS', 'EISDIR', 'ENOTDIR', 'EIO']);

/** What went wrong as a problem with words for whoever ran it; anything else as it is. @param path what was worked on */
export function plainly(error: unknown, path: string): unknown {
  if (error instanceof ProblemError || !(error instanceof Error)) return error;
  const code = 'code' in error ? String(error.code) : '';
  if (code === 'ENOSPC' || code === 'EDQUOT') return new ProblemError(backupProblems['disk-full'], { path });
  if (code === 'EEXIST') return new ProblemError(backupProblems['file-stands'], { file: path });
  if (code === 'ENOENT') return new ProblemError(backupProblems['file-missing'], { file: path });
  if (NO_ACCESS.has(code)) return new ProblemError(backupProblems['no-access'], { path, reason: code });
  if (code === DATABASE_FULL) return new ProblemError(backupProblems['database-full']);
  if (DATABASE_LOST.test(code) || LOST_WORDS.test(error.message)) {
    return new ProblemError(backupProblems['database-lost']);
  }
  return error;
}
