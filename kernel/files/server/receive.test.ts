import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NewFile } from '../client/describe.ts';
import { sealFile } from '../client/seal-file.ts';
import { FILE_LIMIT, sealedSize } from '../contract.ts';
import { FilesWorld } from '../testing/files-world.ts';
import { aPhoto, jpegBytes } from '../testing/pictures.ts';
import { findFile } from './store.ts';

let w: FilesWorld;
beforeAll(async () => {
  w = await FilesWorld.open();
});
afterAll(() => w.close());

const problem = (name: string) => ({ kind: { code: `files.${name}` } });
const rowOf = (photo: NewFile) => w.world.read((tx) => findFile(tx, photo.ref.fileId));

describe('a photo whose command was taken', () => {
  it('comes in pieces, and is known as here once it is the one that was announced', async () => {
    const photo = await aPhoto();
    await w.announce(photo);
    expect(await rowOf(photo)).toMatchObject({ receivedAt: null, keySealed: null, openedWith: 'album:look' });
    const { sealed, key } = await w.seal(photo);
    await w.send(photo.ref.fileId, sealed);
    expect(await w.taking.state(w.areaId, photo.ref.fileId)).toEqual({
      received: sealedSize(photo.ref.size),
      complete: false,
    });
    expect(await w.taking.finish(w.areaId, photo.ref.fileId, key)).toMatchObject({ complete: true });
    expect(await rowOf(photo)).toMatchObject({ receivedAt: w.world.clock.now() });
  });

  it('was cut in the middle: it goes on at the byte where it stopped, not from the beginning', async () => {
    const photo = await aPhoto();
    await w.announce(photo);
    const { sealed, key } = await w.seal(photo);
    const { fileId } = photo.ref;
    await w.send(fileId, sealed, 0, 100_001);
    const { received } = await w.taking.state(w.areaId, fileId);
    expect(received).toBe(100_001);
    await expect(w.taking.append(w.areaId, fileId, 0, sealed.subarray(0, 10))).rejects.toMatchObject({
      ...problem('wrong-place'),
      details: { received: 100_001 },
    });
    await expect(w.taking.finish(w.areaId, fileId, key)).rejects.toMatchObject(problem('incomplete'));
    await w.send(fileId, sealed, received);
    expect(await w.taking.finish(w.areaId, fileId, key)).toMatchObject({ complete: true });
  });

  it('sent again after its answer was lost is there already, whatever is sent', async () => {
    const photo = await aPhoto();
    await w.keep(photo);
    const { fileId } = photo.ref;
    const { key } = await w.seal(photo);
    const here = { received: sealedSize(photo.ref.size), complete: true };
    expect(await w.taking.append(w.areaId, fileId, 0, jpegBytes(100))).toEqual(here);
    expect(await w.taking.finish(w.areaId, fileId, key)).toEqual(here);
  });

  it('two requests at once write one after the other', async () => {
    const photo = await aPhoto(jpegBytes(1000));
    await w.announce(photo);
    const { sealed, key } = await w.seal(photo);
    const { fileId } = photo.ref;
    const both = [0, 1].map(() => w.taking.append(w.areaId, fileId, 0, sealed));
    const results = await Promise.allSettled(both);
    expect(results.map((r) => r.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await w.taking.finish(w.areaId, fileId, key)).toMatchObject({ complete: true });
  });

  it('can be finished by its author’s session, which says the key itself', async () => {
    const photo = await aPhoto(jpegBytes(500));
    await w.announce(photo);
    const { sealed, key } = await sealFile(photo.bytes, w.areaId, photo.ref.fileId);
    await w.send(photo.ref.fileId, sealed);
    expect(await w.taking.finish(w.areaId, photo.ref.fileId, { plain: key })).toMatchObject({
      complete: true,
    });
  });
});

describe('nothing becomes a file', () => {
  it('that no accepted command speaks of: its author was not on duty', async () => {
    const photo = await aPhoto(jpegBytes(500));
    const answer = await w.announce(photo, w.world.actor('role:volunteer'));
    expect(answer).toMatchObject({ outcome: 'refused' });
    const { fileId } = photo.ref;
    await expect(w.taking.state(w.areaId, fileId)).rejects.toMatchObject(problem('not-expected'));
    await expect(w.taking.append(w.areaId, fileId, 0, photo.bytes)).rejects.toMatchObject(
      problem('not-expected'),
    );
    expect(await w.store.received(w.areaId, fileId)).toBe(0);
  });

  it('with another hash: what came is thrown away, and the right bytes may come after all', async () => {
    const photo = await aPhoto(jpegBytes(2000));
    await w.announce(photo);
    const { fileId } = photo.ref;
    const other = await w.seal({ ref: photo.ref, bytes: jpegBytes(2000) });
    await w.send(fileId, other.sealed);
    await expect(w.taking.finish(w.areaId, fileId, other.key)).rejects.toMatchObject(problem('not-the-same'));
    expect(await w.taking.state(w.areaId, fileId)).toEqual({ received: 0, complete: false });
    const right = await w.seal(photo);
    await w.send(fileId, right.sealed);
    expect(await w.taking.finish(w.areaId, fileId, right.key)).toMatchObject({ complete: true });
  });

  it('of another kind than announced, though its hash is right', async () => {
    const png = await aPhoto(
      Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...jpegBytes(300)]),
    );
    expect(png.ref.type).toBe('image/png');
    const lied: NewFile = { ...png, ref: { ...png.ref, type: 'image/jpeg' } };
    await w.announce(lied);
    const { sealed, key } = await w.seal(lied);
    await w.send(lied.ref.fileId, sealed);
    await expect(w.taking.finish(w.areaId, lied.ref.fileId, key)).rejects.toMatchObject(
      problem('not-the-same'),
    );
  });

  it('larger than announced, or announced larger than any may be', async () => {
    const photo = await aPhoto(jpegBytes(1000));
    await w.announce(photo);
    const { sealed } = await w.seal(photo);
    await w.send(photo.ref.fileId, sealed);
    await expect(
      w.taking.append(w.areaId, photo.ref.fileId, sealed.length, Uint8Array.of(1)),
    ).rejects.toMatchObject({ ...problem('too-large'), details: { limit: FILE_LIMIT / 1024 } });
    const huge = { ...photo, ref: { ...photo.ref, fileId: randomUUID(), size: FILE_LIMIT + 1 } };
    expect(await w.announce(huge)).toMatchObject({ outcome: 'refused' });
  });

  it('that is no picture: a drawing with a script in it is not even announced', async () => {
    const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>');
    await expect(aPhoto(svg)).rejects.toMatchObject(problem('no-picture'));
    const photo = await aPhoto(jpegBytes(300));
    const lied = { ...photo, ref: { ...photo.ref, type: 'image/svg+xml' as 'image/png' } };
    expect(await w.announce(lied)).toMatchObject({ outcome: 'refused' });
  });

  it('sealed for another area, or under a key that is none', async () => {
    const photo = await aPhoto(jpegBytes(700));
    await w.announce(photo);
    const { fileId } = photo.ref;
    const foreign = await w.seal(photo, randomUUID());
    await w.send(fileId, foreign.sealed);
    await expect(w.taking.finish(w.areaId, fileId, foreign.key)).rejects.toMatchObject(
      problem('not-the-same'),
    );
    const right = await w.seal(photo);
    await w.send(fileId, right.sealed);
    await expect(w.taking.finish(w.areaId, fileId, { plain: 'short' })).rejects.toMatchObject(
      problem('not-the-same'),
    );
  });

  it('in an area that is none, or under a name that is no id', async () => {
    const nowhere = { kind: { code: 'command.unknown-area' } };
    await expect(w.taking.state(randomUUID(), randomUUID())).rejects.toMatchObject(nowhere);
    await expect(w.taking.state('../keys', randomUUID())).rejects.toMatchObject(nowhere);
    await expect(w.taking.state(w.areaId, '../../keys')).rejects.toMatchObject(problem('not-expected'));
  });

  it('because somebody says it is here: only the server itself does', async () => {
    const photo = await aPhoto(jpegBytes(300));
    await w.announce(photo);
    const said = { fileId: photo.ref.fileId, keySealed: 'AAAA' };
    expect(await w.world.send(w.leader, 'files.receive', said)).toMatchObject({ outcome: 'refused' });
    expect(await rowOf(photo)).toMatchObject({ receivedAt: null });
  });

  it('twice: another command that names a known file changes nothing of what was said first', async () => {
    const photo = await aPhoto(jpegBytes(300));
    await w.announce(photo);
    await w.announce({ ...photo, ref: { ...photo.ref, sha256: 'f'.repeat(64), size: 5 } });
    expect(await rowOf(photo)).toMatchObject({ size: 300 });
  });
});

describe('at rest', () => {
  it('neither the picture nor its key can be read in the folder, while it comes and when it is here', async () => {
    const words = 'a face at the gate';
    const photo = await aPhoto(jpegBytes(5000, words));
    await w.announce(photo);
    const { fileId } = photo.ref;
    const { sealed, key } = await sealFile(photo.bytes, w.areaId, fileId);
    await w.send(fileId, sealed);
    const path = join(w.folder, 'files', w.areaId, fileId);
    const raw = Buffer.from(key, 'base64url');
    const clean = async (file: string) => {
      const bytes = await readFile(file);
      return !bytes.includes(words) && !bytes.includes(raw) && !bytes.includes(key);
    };
    expect(await clean(`${path}.part`)).toBe(true);
    await w.taking.finish(w.areaId, fileId, { plain: key });
    expect(await clean(path)).toBe(true);
    const row = await rowOf(photo);
    const { keySealed } = row ?? {};
    expect(keySealed && Buffer.from(keySealed).includes(raw)).toBe(false);
    expect(keySealed && Buffer.from(keySealed).includes(key)).toBe(false);
  });
});
