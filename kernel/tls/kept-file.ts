import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ProblemError } from '../problem/problem.ts';
import { tlsProblems } from './problems.ts';

/** Null when there is no such file. What others could read is closed to them first. */
export async function readKept(path: string): Promise<string | null> {
  try {
    const text = await readFile(path, 'utf8');
    await chmod(path, 0o600);
    return text;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return null;
    throw new ProblemError(tlsProblems['file-unreadable'], { file: path, reason: code ?? '' });
  }
}

/** Key and certificate in one file for its owner only, written beside and renamed: a crash leaves no half of it. */
export async function writeKept(path: string, text: string): Promise<void> {
  const beside = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await writeFile(beside, text, { mode: 0o600, flag: 'wx', flush: true });
    await rename(beside, path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new ProblemError(tlsProblems['folder-unwritable'], { folder: dirname(path), reason: code ?? '' });
  }
}
