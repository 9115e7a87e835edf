import * as z from 'zod/mini';
import { FILE_LIMIT, FILE_TYPES, type FileKey } from './contract.ts';

/** A `FileRef` as it stands in a command's body. */
export const fileRef = z.strictObject({
  fileId: z.uuid(),
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  size: z.int().check(z.gte(1), z.lte(FILE_LIMIT)),
  type: z.enum(FILE_TYPES),
});

export const fileKey: z.ZodMiniType<FileKey> = z.union([
  z.strictObject({ sealed: z.string().check(z.maxLength(400)) }),
  z.strictObject({ plain: z.string().check(z.maxLength(64)) }),
]);
