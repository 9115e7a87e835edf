import { randomUUID } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../access/access.ts';
import { freshened } from '../../crypto/sealed-table.ts';
import { FilesWorld } from '../testing/files-world.ts';
import { aPhoto, jpegBytes } from '../testing/pictures.ts';
import { readFile } from './read-file.ts';
import { findFile, sealedFile } from './store.ts';

let w: FilesWorld;
beforeAll(async () => {
  w = await FilesWorld.open();
});
afterAll(() => w.close());

const read = (fileId: string, actor: Actor = w.leader, areaId = w.areaId) =>
  readFile(w.host, w.store, { areaId, actor, deviceId: null }, fileId);
const code = (name: string) => ({ kind: { code: name } });

describe('a file is read', () => {
  it('byte for byte by whoever may do what its module named', async () => {
    const photo = await aPhoto();
    await w.keep(photo);
    const { type, bytes } = await read(photo.ref.fileId);
    expect(type).toBe('image/jpeg');
    expect(bytes.equals(photo.bytes)).toBe(true);
  });

  it('by nobody else, not even who took it', async () => {
    const photo = await aPhoto(jpegBytes(300));
    await w.keep(photo);
    for (const actor of [w.onDuty, w.world.actor('role:volunteer')]) {
      await expect(read(photo.ref.fileId, actor)).rejects.toMatchObject(code('query.not-allowed'));
    }
  });

  it('not before its bytes are here', async () => {
    const photo = await aPhoto(jpegBytes(300));
    await w.announce(photo);
    await expect(read(photo.ref.fileId)).rejects.toMatchObject(code('files.not-here-yet'));
  });

  it('not from another area: there is no such file', async () => {
    const photo = await aPhoto(jpegBytes(300));
    await w.keep(photo);
    const elsewhere = await w.world.database.newArea();
    await w.ring.create(elsewhere);
    await expect(read(photo.ref.fileId, w.leader, elsewhere)).rejects.toMatchObject(
      code('files.no-such-file'),
    );
    await expect(read(randomUUID())).rejects.toMatchObject(code('files.no-such-file'));
    await expect(read('../keys')).rejects.toMatchObject(code('files.no-such-file'));
  });

  it('not when it was exchanged for another, altered or lost on the disk', async () => {
    const [one, two] = [await aPhoto(jpegBytes(300)), await aPhoto(jpegBytes(300))];
    await w.keep(one);
    await w.keep(two);
    const path = (id: string) => join(w.folder, 'files', w.areaId, id);
    const other = await w.store.read(w.areaId, two.ref.fileId);
    await writeFile(path(one.ref.fileId), other ?? '');
    await expect(read(one.ref.fileId)).rejects.toMatchObject(code('files.no-such-file'));
    await rm(path(two.ref.fileId));
    await expect(read(two.ref.fileId)).rejects.toMatchObject(code('files.no-such-file'));
  });

  it('after the area’s keys were rotated, with its own key sealed under the newest', async () => {
    const photo = await aPhoto(jpegBytes(300));
    await w.keep(photo);
    await w.ring.beginRotation(w.areaId, w.world.clock.now());
    const keys = await w.ring.of(w.areaId);
    const row = await w.world.read((tx) => findFile(tx, photo.ref.fileId));
    if (!row?.keySealed) throw new Error('the photo is not here');
    expect(keys.isCurrent(row.keySealed, 'kernel.file.key')).toBe(false);
    const again = freshened(keys, sealedFile, row);
    expect(keys.isCurrent(again.keySealed ?? new Uint8Array(), 'kernel.file.key')).toBe(true);
    expect((await read(photo.ref.fileId)).bytes.equals(photo.bytes)).toBe(true);
  });

  it('never again once the area’s key is destroyed', async () => {
    const photo = await aPhoto(jpegBytes(300));
    await w.keep(photo);
    await w.ring.destroy(w.areaId);
    await expect(read(photo.ref.fileId)).rejects.toMatchObject(code('crypto.no-key'));
  });
});
