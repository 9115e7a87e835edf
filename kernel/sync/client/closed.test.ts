import { IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { Caretaker } from './caretaker.ts';
import { SyncDatabase } from './database.ts';
import { notesProjection } from './testing/notes.ts';
import { DirectTransport, TestBrowser, TestPhone } from './testing/phone.ts';
import { ReferenceServer } from './testing/reference-server.ts';
import { TransportFault } from './transport.ts';

/** The way to a server that closes the area some day. */
class Line extends DirectTransport {
  isClosed = false;

  override async push(request: Parameters<DirectTransport['push']>[0]) {
    this.pass();
    return super.push(request);
  }

  override async pull(request: Parameters<DirectTransport['pull']>[0]) {
    this.pass();
    return super.pull(request);
  }

  async standing(): Promise<void> {
    this.pass();
  }

  private pass(): void {
    if (this.isClosed) throw new TransportFault('closed');
  }
}

async function workedOn() {
  const server = new ReferenceServer();
  server.allowed.set('an', new Set(['east']));
  const browser = new TestBrowser(5);
  const phone = new TestPhone(browser);
  const line = new Line(server, 'an');
  const client = await phone.open(line, { actorId: 'an' });
  await client.dispatch('toy.pin', { id: crypto.randomUUID(), board: 'east', text: '欧阳蕴芝' });
  await client.sync();
  await client.dispatch('toy.pin', { id: crypto.randomUUID(), board: 'east', text: '司徒望舒' });
  return { browser, phone, line, client };
}

/** How much of the area lies on the disk. */
async function left(phone: TestPhone): Promise<number[]> {
  const db = new SyncDatabase({ areaId: phone.areaId, indexedDB: phone.disk, IDBKeyRange });
  const counts = await Promise.all([db.held, db.mark, db.outbox, db.file].map((table) => table.count()));
  db.close();
  return counts;
}

describe('a phone whose area is closed', () => {
  it('erases what it pulled and what waits at its next contact, and stops', async () => {
    const { phone, line, client } = await workedOn();
    expect((await left(phone)).slice(0, 3).every((count) => count > 0)).toBe(true);
    line.isClosed = true;
    await expect(client.sync()).rejects.toMatchObject({ reason: 'closed' });
    expect(await left(phone)).toEqual([0, 0, 0, 0]);
    expect(client.syncState()).toMatchObject({ closed: true, pending: 0 });
    expect([...client.state(notesProjection).notes.all()]).toEqual([]);
    client.close();
  });

  it('learns it also while nobody has unlocked it and nothing waits', async () => {
    const { browser, phone, line, client } = await workedOn();
    await client.sync();
    client.close();
    const caretaker = new Caretaker({
      areaId: phone.areaId,
      transport: line,
      deviceId: 'device',
      environment: browser,
      indexedDB: phone.disk,
      IDBKeyRange,
    });
    await caretaker.carry();
    expect(caretaker.isClosed()).toBe(false);
    expect((await left(phone))[0]).toBeGreaterThan(0);
    line.isClosed = true;
    await expect(caretaker.carry()).rejects.toMatchObject({ reason: 'closed' });
    expect(caretaker.isClosed()).toBe(true);
    expect(await left(phone)).toEqual([0, 0, 0, 0]);
    caretaker.close();
  });
});
