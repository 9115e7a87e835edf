import { randomBytes, randomUUID } from 'node:crypto';
import { describeFile, type NewFile } from '../client/describe.ts';
import type { PictureType } from '../contract.ts';

/** Begins as a JPEG does (SOI, APP0), then noise: no two are alike. @param words stand in it, to be looked for at rest */
export function jpegBytes(size = 200_000, words = ''): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(randomBytes(size));
  bytes.set([0xff, 0xd8, 0xff, 0xe0]);
  bytes.set(new TextEncoder().encode(words), 64);
  return bytes;
}

export const aPhoto = (bytes = jpegBytes(), fileId: string = randomUUID()): Promise<NewFile<PictureType>> =>
  describeFile(fileId, bytes);

/**
 * The JPEG as a phone's camera writes it: an EXIF segment with the given words (a place, a device) and the note that the
 * camera was held upright (orientation 6), which turns the picture a quarter.
 */
export function withExif(jpeg: Uint8Array, words: string): Uint8Array<ArrayBuffer> {
  const text = new TextEncoder().encode(`${words}\0`);
  const short = (n: number) => [n & 0xff, n >> 8];
  const long = (n: number) => [...short(n & 0xffff), ...short(n >> 16)];
  // TIFF 6.0, little-endian: two entries, the text behind them.
  const tiff = [
    ...[0x49, 0x49, 42, 0],
    ...long(8),
    ...short(2),
    ...[...short(0x010e), ...short(2), ...long(text.length), ...long(38)],
    ...[...short(0x0112), ...short(3), ...long(1), ...long(6)],
    ...long(0),
    ...text,
  ];
  const body = [...new TextEncoder().encode('Exif\0\0'), ...tiff];
  const length = body.length + 2;
  return Uint8Array.from([0xff, 0xd8, 0xff, 0xe1, length >> 8, length & 0xff, ...body, ...jpeg.subarray(2)]);
}
