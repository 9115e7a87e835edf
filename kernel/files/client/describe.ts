import { ProblemError } from '../../problem/problem.ts';
import type { Bytes } from '../../vault/bytes.ts';
import {
  FILE_LIMIT,
  type FileRef,
  type FileType,
  filesProblems,
  isVideo,
  type PictureType,
  VIDEO_LIMIT,
  type VideoType,
} from '../contract.ts';
import { typeOf } from '../sniff.ts';

/** A file about to be kept: what its command says of it, and its bytes. */
export interface NewFile<T extends FileType = FileType> {
  readonly ref: FileRef<T>;
  readonly bytes: Bytes;
}

/** A photo. Throws `files.too-large`, `files.no-picture`, `files.not-secure`. */
export async function describeFile(fileId: string, bytes: Bytes): Promise<NewFile<PictureType>> {
  if (bytes.length > FILE_LIMIT)
    throw new ProblemError(filesProblems['too-large'], { limit: FILE_LIMIT / 1024 });
  const type = typeOf(bytes);
  if (!type || isVideo(type)) throw new ProblemError(filesProblems['no-picture']);
  return described(fileId, bytes, type);
}

/** A video. Throws `files.video-too-large`, `files.no-video`, `files.not-secure`. */
export async function describeVideo(fileId: string, bytes: Bytes): Promise<NewFile<VideoType>> {
  if (bytes.length > VIDEO_LIMIT)
    throw new ProblemError(filesProblems['video-too-large'], { limit: VIDEO_LIMIT / 1024 / 1024 });
  const type = typeOf(bytes);
  if (!type || !isVideo(type)) throw new ProblemError(filesProblems['no-video']);
  return described(fileId, bytes, type);
}

async function described<T extends FileType>(fileId: string, bytes: Bytes, type: T): Promise<NewFile<T>> {
  if (globalThis.crypto?.subtle === undefined) throw new ProblemError(filesProblems['not-secure']);
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const sha256 = [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return { ref: { fileId, sha256, size: bytes.length, type }, bytes };
}
