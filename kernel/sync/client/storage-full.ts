import { Dexie } from 'dexie';
import { ProblemError } from '../../problem/problem.ts';
import { syncProblems } from '../problems.ts';

/** Runs a write; lack of room becomes the named problem `sync.storage-full`, everything else stays as it is. */
export async function namingFullStorage<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (isQuotaError(error)) throw new ProblemError(syncProblems['storage-full']);
    throw error;
  }
}

export function isStorageFull(error: unknown): boolean {
  return error instanceof ProblemError && error.kind === syncProblems['storage-full'];
}

/** Browsers report it as the error itself, or as the cause of an aborted transaction. */
function isQuotaError(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error.name === 'QuotaExceededError') return true;
  return error instanceof Dexie.DexieError && isQuotaError(error.inner);
}
