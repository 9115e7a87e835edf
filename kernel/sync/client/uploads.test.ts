import { IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import type { NewFile } from '../../files/client/describe.ts';
import { CHUNK_BYTES, sealedSize } from '../../files/contract.ts';
import { aPhoto, jpegBytes } from '../../files/testing/pictures.ts';
import { Caretaker } from './caretaker.ts';
import type { SyncClient } from './client.ts';
import { DirectTransport, databaseOf, TestBrowser, TestPhone } from './testing/phone.ts';
import { ReferenceServer } from './testing/reference-server.ts';
import { namedKeys } from './testing/sealing.ts';
import { UploadServer } from './testing/upload-server.ts';
import { TransportFault } from './transport.ts';

const PIN = { id: '00000000-0000-4000-8000-000000000001', board: 'a', text: 'with a photo' };

class Way extends DirectTransport {
  constructor(
    server: ReferenceServer,
    actorId: string,
    private readonly uploads: UploadServer,
  ) {
    super(server, actorId);
  }

  async files(): Promise<UploadServer> {
    return this.uploads;
  }
}

function house() {
  const server = new ReferenceServer();
  for (const member of ['wang', 'li']) server.allowed.set(member, new Set(['a']));
  const uploads = new UploadServer();
  const phone = new TestPhone(new TestBrowser(7));
  const enrolled = { now: true };
  const open = (actorId = 'wang') =>
    phone.open(new Way(server, actorId, uploads), {
      actorId,
      ...namedKeys(actorId, () => enrolled.now),
    });
  return { server, uploads, phone, open, enrolled };
}

const pin = (client: SyncClient, photo: NewFile, id = PIN.id) =>
  client.dispatch('toy.pin', { ...PIN, id }, [photo]);

describe('a photo on the phone', () => {
  it('is kept with its command, counted as pending, and goes when the command was taken', async () => {
    const { uploads, open } = house();
    const client = await open();
    const photo = await aPhoto();
    await pin(client, photo);
    expect(client.syncState()).toMatchObject({ pending: 2, files: 1 });
    expect(uploads.parts.size).toBe(0);
    uploads.expected.add(photo.ref.fileId);
    await client.sync();
    expect(uploads.parts.get(photo.ref.fileId)).toHaveLength(sealedSize(photo.ref.size));
    expect(uploads.keys.get(photo.ref.fileId)).toMatchObject({ sealed: expect.stringMatching(/^sealed /) });
    expect(client.syncState()).toMatchObject({ pending: 0, files: 0 });
    expect(await databaseOf(client).file.count()).toBe(0);
  });

  it('waits a day without a network, over a reload, and can be looked at meanwhile', async () => {
    const { uploads, phone, open } = house();
    const photo = await aPhoto();
    const before = await open();
    await pin(before, photo);
    await before.close();
    phone.browser.ms += 24 * 3_600_000;
    const client = await open();
    expect(client.files.waiting()).toMatchObject([{ id: photo.ref.fileId, authorId: 'wang' }]);
    expect(await client.files.open(photo.ref.fileId)).toEqual(photo.bytes);
    uploads.expected.add(photo.ref.fileId);
    await client.sync();
    expect(client.files.waiting()).toEqual([]);
    expect(await client.files.open(photo.ref.fileId)).toBeNull();
  });

  it('rests encrypted: neither picture nor key stands in the database', async () => {
    const { open } = house();
    const client = await open();
    const words = 'a face at the gate';
    const photo = await aPhoto(jpegBytes(5000, words));
    await pin(client, photo);
    const [record] = await databaseOf(client).file.toArray();
    expect(Buffer.from(record?.sealed ?? []).includes(words)).toBe(false);
    expect(record?.sealed.length).toBe(sealedSize(5000));
  });

  it('was cut in the middle: goes on where the server says it stopped, also after a reload', async () => {
    const { uploads, open } = house();
    const photo = await aPhoto();
    uploads.expected.add(photo.ref.fileId);
    const before = await open();
    await pin(before, photo);
    uploads.through = 3;
    await expect(before.sync()).rejects.toBeInstanceOf(TransportFault);
    expect(uploads.parts.get(photo.ref.fileId)).toHaveLength(2 * CHUNK_BYTES);
    await before.close();
    uploads.through = Number.POSITIVE_INFINITY;
    const client = await open();
    expect(client.syncState().files).toBe(1);
    await client.sync();
    expect(uploads.sentAt).toEqual([0, 1, 2, 3].map((n) => n * CHUNK_BYTES));
    expect(client.syncState().files).toBe(0);
  });

  it('whose answer was lost sends no byte twice', async () => {
    const { uploads, open } = house();
    const client = await open();
    const photo = await aPhoto(jpegBytes(CHUNK_BYTES + 10));
    uploads.expected.add(photo.ref.fileId);
    await pin(client, photo);
    uploads.loseAnswer = true;
    await expect(client.sync()).rejects.toBeInstanceOf(TransportFault);
    await client.sync();
    expect(uploads.sentAt).toEqual([0, CHUNK_BYTES]);
    expect(client.syncState().files).toBe(0);
  });

  it('arrived as another than it is: it stays, and is not sent again and again', async () => {
    const { uploads, open } = house();
    const photo = await aPhoto(jpegBytes(300));
    uploads.expected.add(photo.ref.fileId);
    uploads.mistaken = true;
    const before = await open();
    await pin(before, photo);
    await before.sync();
    await before.sync();
    expect(uploads.sentAt).toEqual([0]);
    expect(before.syncState().files).toBe(1);
    await before.close();
    uploads.mistaken = false;
    const client = await open();
    await client.sync();
    expect(client.syncState().files).toBe(0);
  });

  it('is kept with a command, or neither is: a full disk loses nothing half', async () => {
    const { open } = house();
    const client = await open();
    const photo = await aPhoto(jpegBytes(300));
    await pin(client, photo);
    // The same file again: its row stands already, so the second command is not kept either.
    await expect(pin(client, photo, '00000000-0000-4000-8000-000000000002')).rejects.toThrow();
    expect(await databaseOf(client).outbox.count()).toBe(1);
  });

  it('is not kept where nothing can be encrypted: it is said, and nothing has happened', async () => {
    const { phone, server, uploads } = house();
    const client = await phone.open(new Way(server, 'wang', uploads), { actorId: 'wang' });
    await expect(pin(client, await aPhoto(jpegBytes(300)))).rejects.toMatchObject({
      kind: { code: 'files.not-secure' },
    });
    expect(await databaseOf(client).outbox.count()).toBe(0);
  });
});

describe('nothing of it is dropped', () => {
  it('while its command is refused and unread; once that was read it goes', async () => {
    const { uploads, open, server } = house();
    const client = await open();
    const photo = await aPhoto(jpegBytes(300));
    await client.sync();
    await client.dispatch('toy.pin', PIN, []);
    await client.sync();
    // Refused by the server alone: the phone does not know that the note is gone.
    const { id } = PIN;
    const note = server.boards.notes.get(id);
    if (!note) throw new Error('the note is not there');
    server.boards.notes.put({ ...note, removed: true });
    await client.dispatch('toy.remove', { id }, [photo]);
    await client.sync();
    const [entry] = client.outbox();
    expect(entry?.standing).toBe('refused');
    expect(client.syncState().files).toBe(1);
    await client.dismiss(entry?.id ?? '');
    await client.sync();
    expect(client.syncState().files).toBe(0);
    expect(uploads.parts.size).toBe(0);
  });

  it('by a signing out, an expiry or a revocation of what was pulled', async () => {
    const { open } = house();
    const client = await open();
    await pin(client, await aPhoto(jpegBytes(300)));
    await client.erase();
    await client.dropAnswered();
    expect(await databaseOf(client).file.count()).toBe(1);
  });

  it('on a shared phone: the next person carries it without being able to open it', async () => {
    const { uploads, open } = house();
    const photo = await aPhoto(jpegBytes(300));
    const wang = await open('wang');
    await pin(wang, photo);
    await wang.close();
    uploads.expected.add(photo.ref.fileId);
    const li = await open('li');
    expect(li.syncState()).toMatchObject({ files: 1, others: 2 });
    expect(await li.files.open(photo.ref.fileId)).toBeNull();
    await li.sync();
    await li.sync();
    expect(uploads.keys.has(photo.ref.fileId)).toBe(true);
  });

  it('nor on a locked one: whoever looks after it carries what is sealed for the server', async () => {
    const { server, uploads, phone, open } = house();
    const photo = await aPhoto(jpegBytes(300));
    const wang = await open();
    await pin(wang, photo);
    const { deviceId } = wang;
    await wang.close();
    uploads.expected.add(photo.ref.fileId);
    const caretaker = new Caretaker({
      areaId: phone.areaId,
      transport: new Way(server, 'nobody', uploads),
      deviceId,
      environment: phone.browser,
      indexedDB: phone.disk,
      IDBKeyRange,
    });
    expect((await caretaker.waiting()).get('wang')).toEqual({ count: 2, unsealed: 0 });
    await caretaker.carry();
    await caretaker.carry();
    expect(uploads.keys.has(photo.ref.fileId)).toBe(true);
    expect(await caretaker.waiting()).toEqual(new Map());
    caretaker.close();
  });

  it('before the server knows the author’s key only the author delivers it, with the key itself', async () => {
    const { uploads, open, enrolled } = house();
    enrolled.now = false;
    const photo = await aPhoto(jpegBytes(300));
    const wang = await open('wang');
    await pin(wang, photo);
    expect(await wang.unsealed()).toBe(2);
    uploads.expected.add(photo.ref.fileId);
    await wang.sync();
    expect(uploads.keys.get(photo.ref.fileId)).toMatchObject({ plain: expect.any(String) });
  });
});

describe('a long upload', () => {
  it('gives way to what is dispatched meanwhile, and goes on after it', async () => {
    const { uploads, open, server } = house();
    const client = await open();
    const photos = await Promise.all([1, 2, 3].map(() => aPhoto(jpegBytes(5 * CHUNK_BYTES))));
    for (const [i, photo] of photos.entries()) {
      uploads.expected.add(photo.ref.fileId);
      await pin(client, photo, `00000000-0000-4000-8000-00000000001${i}`);
    }
    await client.sync();
    expect(client.syncState().files).toBeGreaterThan(0);
    await client.dispatch('toy.pin', { ...PIN, text: 'urgent' });
    const before = uploads.sentAt.length;
    await client.sync();
    expect(server.boards.notes.get(PIN.id)?.text).toBe('urgent');
    expect(uploads.sentAt.length).toBeGreaterThan(before);
    for (let turn = 0; turn < 3; turn++) await client.sync();
    expect(client.syncState().files).toBe(0);
  });
});
