import { ProblemError } from '../../problem/problem.ts';
import type { Bytes } from '../../vault/bytes.ts';
import { FILE_LIMIT, type FileRef, filesProblems } from '../contract.ts';
import { typeOf } from '../sniff.ts';

/** A file about to be kept: what its command says of it, and its bytes. */
export interface NewFile {
  readonly ref: FileRef;
  readonly bytes: Bytes;
}

/** Throws `files.too-large`, `files.no-picture`, `files.not-secure`. */
export async function describeFile(fileId: string, bytes: Bytes): Promise<NewFile> {
  if (globalThis.crypto?.subtle === undefined) throw new ProblemError(filesProblems['not-secure']);
  if (bytes.length > FILE_LIMIT)
    throw new ProblemError(filesProblems['too-large'], { limit: FILE_LIMIT / 1024 });
  const type = typeOf(bytes);
  if (!type) throw new ProblemError(filesProblems['no-picture']);
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const sha256 = [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return { ref: { fileId, sha256, size: bytes.length, type }, bytes };
}
