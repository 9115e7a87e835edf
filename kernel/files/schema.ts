import * as z from 'zod/mini';
import { FILE_LIMIT, type FileKey, PICTURE_TYPES, VIDEO_LIMIT, VIDEO_TYPES } from './contract.ts';

const bytesOf = {
  fileId: z.uuid(),
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
} as const;

/** The `FileRef` of a photo as it stands in a command's body. */
export const fileRef = z.strictObject({
  ...bytesOf,
  size: z.int().check(z.gte(1), z.lte(FILE_LIMIT)),
  type: z.enum(PICTURE_TYPES),
});

/** The same of a video. */
export const videoRef = z.strictObject({
  ...bytesOf,
  size: z.int().check(z.gte(1), z.lte(VIDEO_LIMIT)),
  type: z.enum(VIDEO_TYPES),
});

export const fileKey: z.ZodMiniType<FileKey> = z.union([
  z.strictObject({ sealed: z.string().check(z.maxLength(400)) }),
  z.strictObject({ plain: z.string().check(z.maxLength(64)) }),
]);
