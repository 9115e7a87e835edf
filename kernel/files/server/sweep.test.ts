import { readdir, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countAll } from '../../personal-data/count.ts';
import { FilesWorld } from '../testing/files-world.ts';
import { aPhoto, jpegBytes } from '../testing/pictures.ts';
import { filesPersonalData } from './personal-data.ts';
import { IDLE_MS, sweepFiles } from './sweep.ts';

let w: FilesWorld;
beforeAll(async () => {
  w = await FilesWorld.open();
});
afterAll(() => w.close());

const stored = async () => (await readdir(join(w.folder, 'files', w.areaId))).sort();
const sweep = () => sweepFiles(w.host, w.store);
/** As if it had been written to then. */
const touch = (name: string, at: number) =>
  utimes(join(w.folder, 'files', w.areaId, name), new Date(at), new Date(at));

describe('the sweep', () => {
  it('leaves what rows speak of, also uploads under way', async () => {
    const [here, coming] = [await aPhoto(jpegBytes(300)), await aPhoto(jpegBytes(300))];
    await w.keep(here);
    await w.announce(coming);
    await w.send(coming.ref.fileId, (await w.seal(coming)).sealed, 0, 100);
    await touch(`${coming.ref.fileId}.part`, w.world.clock.now() - IDLE_MS + 1000);
    expect(await sweep()).toBe(0);
    expect(await stored()).toHaveLength(2);
  });

  it('takes away an upload that stopped; its phone begins anew', async () => {
    const photo = await aPhoto(jpegBytes(300));
    await w.announce(photo);
    const { sealed, key } = await w.seal(photo);
    const { fileId } = photo.ref;
    await w.send(fileId, sealed, 0, 100);
    await touch(`${fileId}.part`, w.world.clock.now() - IDLE_MS - 1000);
    expect(await sweep()).toBe(1);
    expect(await w.taking.state(w.areaId, fileId)).toEqual({ received: 0, complete: false });
    await w.send(fileId, sealed);
    expect(await w.taking.finish(w.areaId, fileId, key)).toMatchObject({ complete: true });
  });

  it('takes away what is past its term: the row goes with its key, the bytes follow', async () => {
    const photo = await aPhoto(jpegBytes(300));
    await w.keep(photo);
    w.world.clock.advance(1000);
    const { keeping } = filesPersonalData;
    if (!('setting' in keeping)) throw new Error('photos have no term');
    const now = w.world.clock.now();
    await w.world.read(async (tx) => {
      expect(await countAll(tx, filesPersonalData.rows)).toBe(await countAll(tx, keeping.expired(tx, now)));
      expect(await keeping.oldest(tx)).toBeLessThan(now);
      expect(await countAll(tx, keeping.expired(tx, 0))).toBe(0);
    });
    await w.world.write((tx) => keeping.remove(tx, now, 500, 1));
    expect(await w.world.read((tx) => countAll(tx, filesPersonalData.rows))).toBe(0);
    expect(await sweep()).toBe(0);
    for (const name of await stored()) await touch(name, now - IDLE_MS - 1000);
    expect(await sweep()).toBeGreaterThan(0);
    expect(await stored()).toEqual([]);
  });

  it('leaves an area alone that the database or the keys do not know: they may be restored', async () => {
    const photo = await aPhoto(jpegBytes(300));
    await w.keep(photo);
    await touch(photo.ref.fileId, w.world.clock.now() - IDLE_MS - 1000);
    const elsewhere = crypto.randomUUID();
    await w.ring.create(elsewhere);
    await w.store.append(elsewhere, photo.ref.fileId, photo.bytes);
    const part = join(w.folder, 'files', elsewhere, `${photo.ref.fileId}.part`);
    await utimes(part, new Date(0), new Date(0));
    expect(await sweep()).toBe(0);
    await w.store.dropArea(elsewhere);
    await w.world.write((tx) => sql`delete from kernel.file`.execute(tx.db));
    await w.ring.destroy(w.areaId);
    expect(await sweep()).toBe(0);
    expect(await stored()).toEqual([photo.ref.fileId]);
  });

  it('of a dropped area nothing is left', async () => {
    await w.store.dropArea(w.areaId);
    expect(await w.store.areas()).toEqual([]);
  });
});
