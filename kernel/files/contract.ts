import { defineProblems } from '../problem/problem.ts';

/** What a file may be: pictures that cannot carry a script. */
export const FILE_TYPES = ['image/jpeg', 'image/png', 'image/webp'] as const;
export type FileType = (typeof FILE_TYPES)[number];

/**
 * The most a file may weigh, bytes. A photo of 1,600 px weighs 200–600 KB; one megabyte goes up a bad line (20 KB/s) in
 * under a minute, and a phone keeps a day of them.
 */
export const FILE_LIMIT = 1024 * 1024;

/** What a command says of a file whose bytes follow; `fileRef` of `schema.ts` parses it. */
export interface FileRef {
  readonly fileId: string;
  /** SHA-256 of the bytes before they are encrypted, lower-case hexadecimal. */
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  readonly type: FileType;
}

export const filesProblems = defineProblems('files', 800, {
  /** No accepted command speaks of it. */
  'not-expected': [1, 404],
  /** The bytes sent do not begin where those received end. Details: `{ received }`. */
  'wrong-place': [2, 409],
  /** More than was announced, or than any file may weigh. Details: `{ limit }`, KB. */
  'too-large': [3, 413],
  /** Not all bytes are here. */
  incomplete: [4, 409],
  /** The bytes are others than announced: another hash, size or kind of picture, or they do not open. */
  'not-the-same': [5, 422],
  /** Announced, but still on the phone. */
  'not-here-yet': [6, 404],
  'no-such-file': [7, 404],
  /** On the phone: what was chosen is no picture that can be read. */
  'no-picture': [8, 422],
  /** On the phone: without HTTPS nothing can be kept encrypted, so no photo is taken. */
  'not-secure': [9, 422],
});

/** Bytes before and behind the encrypted ones: nonce and tag of AES-GCM. */
export const SEAL_BYTES = 12 + 16;
export const sealedSize = (size: number): number => size + SEAL_BYTES;

/** The most bytes of one request: small enough to be through a bad line before it is given up. */
export const CHUNK_BYTES = 64 * 1024;

export const filePath = (areaId: string, fileId: string): string => `/api/areas/${areaId}/files/${fileId}`;
export const uploadPath = (areaId: string, fileId: string): string => `${filePath(areaId, fileId)}/upload`;

/** GET `uploadPath`: how far an upload is. `PATCH ?from=` appends encrypted bytes and answers the same. */
export interface UploadState {
  /** Encrypted bytes that are here. */
  readonly received: number;
  readonly complete: boolean;
}

/** The file's key (32 bytes, base64url), POSTed to `uploadPath` when all bytes are there. */
export type FileKey =
  /** In a box for the server alone: whoever carries the file cannot read it. */
  { readonly sealed: string } | { readonly plain: string };
