import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { FilesTransport } from '../../sync/client/transport.ts';
import { TransportFault } from '../../sync/client/transport.ts';
import { CHUNK_BYTES, type FileKey, sealedSize } from '../contract.ts';
import { describeVideo } from './describe.ts';
import { openFile } from './seal-file.ts';
import { deskUpload } from './send-file.ts';

const AREA = '00000000-0000-4000-8000-000000000001';
const FILE = '00000000-0000-4000-8000-000000000002';

function aVideo(size = 5 * CHUNK_BYTES) {
  const bytes = new Uint8Array(size);
  bytes.set(new TextEncoder().encode('\0\0\0 ftypisom'));
  for (let i = 16; i < size; i++) bytes[i] = (i * 31) % 251;
  return describeVideo(FILE, bytes);
}

/** A server that keeps what comes, and whose line is cut before the pieces that begin at `cuts`. */
function server(size: number, cuts: readonly number[] = []) {
  let kept = new Uint8Array(0);
  let key: FileKey | null = null;
  const left = new Set(cuts);
  const state = () => ({ received: kept.length, complete: key !== null });
  const transport: FilesTransport = {
    state: async () => state(),
    async append(_id, from, bytes) {
      if (left.delete(from)) throw new TransportFault('unreachable');
      if (from !== kept.length) return null;
      kept = Uint8Array.from([...kept, ...bytes]);
      return state();
    },
    async finish(_id, given) {
      key = given;
      return kept.length === sealedSize(size);
    },
  };
  return { transport, kept: () => kept, key: () => key };
}

describe('a video from the desk', () => {
  it('goes in pieces, says how far it is, and opens with its key', async () => {
    const video = await aVideo();
    const there = server(video.ref.size);
    const said: number[] = [];
    const upload = await deskUpload(AREA, video, there.transport);
    expect(await upload.send(new AbortController().signal, (part) => said.push(part))).toBe(true);
    expect(said[0]).toBe(0);
    expect(said.at(-1)).toBe(1);
    expect([...said].sort((a, b) => a - b)).toEqual(said);
    const key = there.key();
    if (!key || !('plain' in key)) throw new Error('no key came');
    const opened = await openFile({ sealed: there.kept(), key: key.plain }, AREA, FILE);
    const hash = createHash('sha256')
      .update(opened ?? '')
      .digest('hex');
    expect(hash).toBe(video.ref.sha256);
  });

  it('goes on where the line was cut', async () => {
    const video = await aVideo(2 * CHUNK_BYTES);
    const there = server(video.ref.size, [CHUNK_BYTES]);
    const upload = await deskUpload(AREA, video, there.transport);
    expect(await upload.send(new AbortController().signal, () => undefined)).toBe(true);
    expect(there.kept()).toHaveLength(sealedSize(video.ref.size));
  });

  it('stopped, it goes on later with the same bytes', async () => {
    const video = await aVideo();
    const there = server(video.ref.size);
    const stop = new AbortController();
    // As fetch does it: a request that was called off is no answer.
    const line: FilesTransport = {
      ...there.transport,
      append: async (id, from, bytes, signal) => {
        if (signal.aborted) throw new TransportFault('unreachable');
        return there.transport.append(id, from, bytes, signal);
      },
    };
    const upload = await deskUpload(AREA, video, line);
    expect(await upload.send(stop.signal, (part) => (part > 0.3 ? stop.abort() : undefined))).toBe(false);
    const before = there.kept();
    expect(before.length).toBeGreaterThan(0);
    expect(await upload.send(new AbortController().signal, () => undefined)).toBe(true);
    expect(there.kept().slice(0, before.length)).toEqual(before);
  });

  it('that no command spoke of is told so', async () => {
    const video = await aVideo(CHUNK_BYTES);
    const nobody: FilesTransport = { ...server(1).transport, state: async () => null };
    const upload = await deskUpload(AREA, video, nobody);
    await expect(upload.send(new AbortController().signal, () => undefined)).rejects.toThrow(
      'files.not-expected',
    );
  });

  it('is no video where it is something else, or too large', async () => {
    const jpeg = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]);
    await expect(describeVideo(FILE, jpeg)).rejects.toThrow('files.no-video');
    const heavy = new Uint8Array(41 * 1024 * 1024);
    await expect(describeVideo(FILE, heavy)).rejects.toThrow('files.video-too-large');
  });
});
