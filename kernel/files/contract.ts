import { defineProblems } from '../problem/problem.ts';

/** What a photo may be: pictures that cannot carry a script. */
export const PICTURE_TYPES = ['image/jpeg', 'image/png', 'image/webp'] as const;
/** What a video may be: what every browser that the house knows plays. */
export const VIDEO_TYPES = ['video/mp4', 'video/webm'] as const;
export type PictureType = (typeof PICTURE_TYPES)[number];
export type VideoType = (typeof VIDEO_TYPES)[number];
export type FileType = PictureType | VideoType;

/**
 * The most a photo may weigh, bytes. A photo of 1,600 px weighs 200–600 KB; one megabyte goes up a bad line (20 KB/s) in
 * under a minute, and a phone keeps a day of them.
 */
export const FILE_LIMIT = 1024 * 1024;

/**
 * The most a video may weigh, bytes: three minutes of 720p at 1.7 Mbit/s. It is watched by dozens, some of them over a
 * telephone's data, and encrypted in one piece by the oldest desk.
 */
export const VIDEO_LIMIT = 40 * 1024 * 1024;

export const isVideo = (type: FileType): type is VideoType => VIDEO_TYPES.some((one) => one === type);
export const limitOf = (type: FileType): number => (isVideo(type) ? VIDEO_LIMIT : FILE_LIMIT);

/** What a command says of a file whose bytes follow; `fileRef` of `schema.ts` parses it. */
export interface FileRef<T extends FileType = FileType> {
  readonly fileId: string;
  /** SHA-256 of the bytes before they are encrypted, lower-case hexadecimal. */
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  readonly type: T;
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
  /** At the desk: what was chosen is no video that every phone plays. */
  'no-video': [10, 422],
  /** At the desk: the video weighs more than a video may. Details: `{ limit }`, MB. */
  'video-too-large': [11, 413],
});

/** Bytes before and behind the encrypted ones: nonce and tag of AES-GCM. */
export const SEAL_BYTES = 12 + 16;
export const sealedSize = (size: number): number => size + SEAL_BYTES;

/** The most bytes of one request: small enough to be through a bad line before it is given up. */
export const CHUNK_BYTES = 64 * 1024;

export const filePath = (areaId: string, fileId: string): string => `/api/areas/${areaId}/files/${fileId}`;
/** Its encrypted bytes, for a device that keeps them and has the key from its own rows. */
export const sealedPath = (areaId: string, fileId: string): string => `${filePath(areaId, fileId)}/sealed`;
/** Bytes of one answer of `GET sealedPath?from=`: what a bad line brings in a minute. */
export const PIECE_BYTES = 1024 * 1024;
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
