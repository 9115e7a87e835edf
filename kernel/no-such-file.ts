/**
 * For `catch` behind a file operation: null where no such file or folder stands; every other fault is thrown on, so
 * that a file that may not be read is never taken for one that is not there.
 */
export function noSuchFile(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
  throw error;
}
