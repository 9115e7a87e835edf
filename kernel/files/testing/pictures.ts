import { randomBytes, randomUUID } from 'node:crypto';
import { describeFile, type NewFile } from '../client/describe.ts';

/** Begins as a JPEG does (SOI, APP0), then noise: no two are alike. @param words stand in it, to be looked for at rest */
export function jpegBytes(size = 200_000, words = ''): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(randomBytes(size));
  bytes.set([0xff, 0xd8, 0xff, 0xe0]);
  bytes.set(new TextEncoder().encode(words), 64);
  return bytes;
}

export const aPhoto = (bytes = jpegBytes(), fileId: string = randomUUID()): Promise<NewFile> =>
  describeFile(fileId, bytes);
