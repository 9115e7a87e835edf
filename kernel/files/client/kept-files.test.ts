import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type FileRef, PIECE_BYTES } from '../contract.ts';
import { dropKept, keepFile, keepOnly, keptPart, openKept } from './kept-files.ts';
import { sealFile } from './seal-file.ts';

const AREA = '00000000-0000-4000-8000-000000000001';
let n = 10;

/** A sealed file behind a server that answers by pieces; the line is cut once before piece `cut`. */
async function served(size: number, cut: number | null = null) {
  const fileId = `00000000-0000-4000-8000-0000000000${n++}`;
  const bytes = Uint8Array.from({ length: size }, (_, i) => (i * 7) % 253);
  const { sealed, key } = await sealFile(bytes, AREA, fileId);
  const ref: FileRef = { fileId, sha256: 'a'.repeat(64), size, type: 'video/mp4' };
  const asked: number[] = [];
  let toCut = cut;
  vi.stubGlobal('fetch', async (url: string) => {
    const from = Number(new URL(url, 'http://house').searchParams.get('from'));
    if (from === (toCut ?? -1) * PIECE_BYTES) {
      toCut = null;
      throw new TypeError('cut');
    }
    asked.push(from / PIECE_BYTES);
    return new Response(sealed.slice(from, from + PIECE_BYTES));
  });
  return { ref, key, bytes, asked };
}
const signal = () => new AbortController().signal;
const quiet = () => undefined;

afterEach(() => vi.unstubAllGlobals());

describe('a file kept on a phone', () => {
  it('comes by pieces, says how far it is, and opens with its key alone', async () => {
    const { ref, key, bytes } = await served(2 * PIECE_BYTES + 500);
    const said: number[] = [];
    await keepFile(AREA, ref, signal(), (part) => said.push(part));
    expect(said).toHaveLength(4);
    expect(said.at(-1)).toBe(1);
    expect(await keptPart(AREA, ref)).toBe(1);
    const opened = await openKept(AREA, ref, key);
    const back = Buffer.from((await opened?.arrayBuffer()) ?? new ArrayBuffer(0));
    expect(back.equals(bytes)).toBe(true);
    const other = await served(10);
    expect(await openKept(AREA, ref, other.key)).toBeNull();
  });

  it('goes on where the line was cut', async () => {
    const { ref, key, asked } = await served(2 * PIECE_BYTES + 500, 1);
    await expect(keepFile(AREA, ref, signal(), quiet)).rejects.toThrow();
    expect(await keptPart(AREA, ref)).toBeGreaterThan(0.3);
    expect(await openKept(AREA, ref, key)).toBeNull();
    await keepFile(AREA, ref, signal(), quiet);
    expect(asked).toEqual([0, 1, 2]);
    expect(await openKept(AREA, ref, key)).not.toBeNull();
  });

  it('goes when it is let go, or when nothing speaks of it any more', async () => {
    const { ref } = await served(100);
    await keepFile(AREA, ref, signal(), quiet);
    await keepOnly(AREA, new Set([ref.fileId]));
    expect(await keptPart(AREA, ref)).toBe(1);
    await keepOnly(AREA, new Set());
    expect(await keptPart(AREA, ref)).toBe(0);
    await keepFile(AREA, ref, signal(), quiet);
    await dropKept(AREA, ref.fileId);
    expect(await keptPart(AREA, ref)).toBe(0);
  });
});
