import { IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { Caretaker } from './caretaker.ts';
import type { SyncClient } from './client.ts';
import { notesProjection } from './testing/notes.ts';
import { DirectTransport, databaseOf, TestBrowser, TestPhone } from './testing/phone.ts';
import { ReferenceServer } from './testing/reference-server.ts';
import { namedKeys } from './testing/sealing.ts';
import { TransportFault } from './transport.ts';

/** One phone, used by An and then by Bo; the line can be cut, and sessions can end. */
class Line extends DirectTransport {
  cut = false;
  session: 'mine' | 'none' | 'revoked' = 'mine';
  pushed = 0;
  relayed = 0;

  override push(request: Parameters<DirectTransport['push']>[0]) {
    this.pass(true);
    this.pushed += request.commands.length;
    return super.push(request);
  }

  override pull(request: Parameters<DirectTransport['pull']>[0]) {
    this.pass(true);
    return super.pull(request);
  }

  override relay(request: Parameters<DirectTransport['relay']>[0]) {
    this.pass(false);
    this.relayed += request.entries.length;
    return super.relay(request);
  }

  private pass(needsSession: boolean): void {
    if (this.cut) throw new TransportFault('unreachable');
    if (!needsSession || this.session === 'mine') return;
    throw new TransportFault(this.session === 'none' ? 'signed-out' : 'revoked');
  }
}

function sharedPhone() {
  const server = new ReferenceServer();
  server.allowed.set('an', new Set(['east']));
  server.allowed.set('bo', new Set(['west']));
  const browser = new TestBrowser(3);
  const phone = new TestPhone(browser);
  const open = async (actorId: string, line = new Line(server, actorId), enrolled = () => true) => {
    const client = await phone.open(line, { actorId, ...namedKeys(actorId, enrolled) });
    return { client, line };
  };
  const caretaker = (line: Line) =>
    new Caretaker({
      areaId: phone.areaId,
      transport: line,
      deviceId: 'device',
      environment: browser,
      indexedDB: phone.disk,
      IDBKeyRange,
    });
  return { server, browser, phone, open, caretaker };
}

const pin = (id: string, board = 'east') => ({ id, board, text: id });
const texts = (client: SyncClient) =>
  [...client.state(notesProjection).notes.all()].map((note) => note.text).sort();
const authors = (server: ReferenceServer) =>
  [...server.log.values()].map(({ body }) => (JSON.parse(body) as { actorId: string }).actorId);
const signatures = (server: ReferenceServer) =>
  [...server.log.values()].map(({ body }) => (JSON.parse(body) as { signature?: string }).signature);
const failing = (work: Promise<unknown>) => work.catch((error: unknown) => (error as TransportFault).reason);

describe('several people on one phone', () => {
  it('hold their own rows beside each other: who comes back offline finds them, and nobody else does', async () => {
    const { open } = sharedPhone();
    const an = await open('an');
    await an.client.dispatch('toy.pin', pin('n1'));
    await an.client.sync();
    await an.client.close();
    const bo = await open('bo');
    expect(texts(bo.client)).toEqual([]);
    await bo.client.sync();
    await bo.client.dispatch('toy.pin', pin('w1', 'west'));
    await bo.client.close();

    const back = await open('an');
    back.line.cut = true;
    expect(texts(back.client)).toEqual(['n1']);
    expect(back.client.syncState()).toMatchObject({ pending: 1, others: 1 });
    expect(back.client.outbox().map(({ envelope }) => envelope)).toEqual([null]);
  });

  it('have all their entries delivered by whoever is last, each signed by its author', async () => {
    const { open, server } = sharedPhone();
    const an = await open('an');
    await an.client.dispatch('toy.pin', pin('n1'));
    await an.client.close();
    const bo = await open('bo');
    await bo.client.dispatch('toy.pin', pin('w1', 'west'));
    await bo.client.sync();
    expect(authors(server).sort()).toEqual(['an', 'bo']);
    expect(signatures(server).sort()).toEqual(['signed by an', 'signed by bo']);
    expect([bo.line.pushed, bo.line.relayed]).toEqual([1, 1]);
    await bo.client.sync();
    expect(bo.line.relayed).toBe(1);
    expect(bo.client.syncState()).toMatchObject({ pending: 0, others: 0 });
  });

  it('find the answers to their own when they are back, not to others’', async () => {
    const { open, server } = sharedPhone();
    const other = await open('bo');
    await other.client.close();
    const an = await open('an');
    await an.client.sync();
    await an.client.dispatch('toy.pin', { ...pin('n1'), text: 'same' });
    await an.client.dispatch('toy.pin', { ...pin('n2'), text: 'same' });
    await an.client.close();
    const bo = await open('bo');
    await bo.client.sync();
    expect(bo.client.outbox()).toEqual([]);
    await bo.client.close();
    const back = await open('an');
    expect(back.client.outbox().map(({ standing }) => standing)).toEqual(['taken', 'flagged']);
    await back.client.sync();
    expect(back.client.outbox().map(({ standing }) => standing)).toEqual(['flagged']);
    expect(server.log.size).toBe(2);
  });

  it('are not held up by an entry that no request can carry', async () => {
    const { open, server } = sharedPhone();
    const an = await open('an');
    await an.client.dispatch('toy.pin', pin('n1'));
    await an.client.dispatch('toy.pin', { ...pin('n2'), text: 'x'.repeat(1000) });
    await an.client.dispatch('toy.pin', pin('n3'));
    await an.client.close();
    const bo = await open('bo');
    const { line } = bo;
    const relay = line.relay.bind(line);
    line.relay = async (request) => {
      if (request.entries.some(({ sealed }) => sealed.length > 900)) throw new TransportFault('too-large');
      return relay(request);
    };
    await bo.client.sync();
    expect(server.log.size).toBe(2);
    expect(bo.client.syncState()).toMatchObject({ pending: 1, others: 1, signedOut: false });
  });
});

describe('with nobody’s session', () => {
  it('everything sealed goes all the same, and the screen asks to sign in', async () => {
    const { open, server } = sharedPhone();
    const an = await open('an');
    await an.client.dispatch('toy.pin', pin('n1'));
    an.line.session = 'none';
    expect(await failing(an.client.sync())).toBe('signed-out');
    expect(await failing(an.client.sync())).toBe('signed-out');
    expect(authors(server)).toEqual(['an']);
    expect([an.line.pushed, an.line.relayed]).toEqual([0, 1]);
    expect(an.client.syncState()).toMatchObject({ signedOut: true, online: true });
    an.line.session = 'mine';
    an.client.signedIn();
    await an.client.sync();
    expect(an.client.syncState()).toMatchObject({ signedOut: false, pending: 0 });
  });

  it('a locked phone delivers what everybody left, and knows how much that is', async () => {
    const { open, caretaker, server } = sharedPhone();
    for (const who of ['an', 'bo']) {
      const { client } = await open(who);
      await client.dispatch('toy.pin', pin(`by-${who}`));
      await client.close();
    }
    const line = new Line(server, 'nobody');
    line.session = 'none';
    const keeper = caretaker(line);
    expect([...(await keeper.waiting())].sort()).toEqual([
      ['an', { count: 1, unsealed: 0 }],
      ['bo', { count: 1, unsealed: 0 }],
    ]);
    line.cut = true;
    expect(await failing(keeper.carry())).toBe('unreachable');
    line.cut = false;
    await keeper.carry();
    expect(authors(server).sort()).toEqual(['an', 'bo']);
    expect(await keeper.waiting()).toEqual(new Map());
    keeper.close();
  });

  it('a locked phone tries by itself and tells whoever looks', async () => {
    const { open, caretaker, server } = sharedPhone();
    const { client } = await open('an');
    await client.dispatch('toy.pin', pin('n1'));
    await client.close();
    const keeper = caretaker(new Line(server, 'nobody'));
    const told = new Promise<void>((resolve) => keeper.subscribe(resolve));
    keeper.start();
    await told;
    expect(server.log.size).toBe(1);
    keeper.close();
  });
});

describe('before the server knows an author’s key', () => {
  it('entries wait, and are signed and sealed once it does', async () => {
    const { open, server, caretaker } = sharedPhone();
    let enrolled = false;
    const an = await open('an', undefined, () => enrolled);
    an.line.cut = true;
    await an.client.dispatch('toy.pin', pin('n1'));
    expect(await an.client.unsealed()).toBe(1);
    const keeper = caretaker(new Line(server, 'nobody'));
    expect(await keeper.isSealed('an')).toBe(false);
    await keeper.carry();
    expect(server.log.size).toBe(0);
    enrolled = true;
    await failing(an.client.sync());
    expect(await an.client.unsealed()).toBe(0);
    await keeper.carry();
    expect(signatures(server)).toEqual(['signed by an']);
    keeper.close();
  });
});

describe('a member who leaves the phone', () => {
  it('takes rows and answers along; what waits stays and is delivered', async () => {
    const { open, server, caretaker } = sharedPhone();
    const an = await open('an');
    await an.client.dispatch('toy.pin', pin('n1'));
    await an.client.sync();
    await an.client.dispatch('toy.pin', pin('n2'));
    await an.client.close();
    const keeper = caretaker(new Line(server, 'nobody'));
    await keeper.forget('an');
    expect([...(await keeper.waiting()).keys()]).toEqual(['an']);
    const back = await open('an');
    expect(texts(back.client)).toEqual(['n2']);
    await keeper.carry();
    expect(server.log.size).toBe(2);
    keeper.close();
  });
});

describe('rows another key closed', () => {
  it('are pulled anew; the outbox is only counted', async () => {
    const { open, phone, server } = sharedPhone();
    const an = await open('an');
    await an.client.sync();
    await an.client.dispatch('toy.pin', pin('n1'));
    await an.client.sync();
    an.line.cut = true;
    await an.client.dispatch('toy.pin', pin('n2'));
    await an.client.close();
    // The PIN was reset: a new vault with new keys.
    const line = new Line(server, 'an');
    const again = await phone.open(line, { actorId: 'an', ...namedKeys('an again') });
    expect(texts(again)).toEqual([]);
    expect(again.outbox()).toMatchObject([{ envelope: null, standing: 'waiting' }]);
    line.session = 'none';
    await failing(again.sync());
    await failing(again.sync());
    line.session = 'mine';
    again.signedIn();
    await again.sync();
    expect(texts(again)).toEqual(['n1', 'n2']);
    expect(again.syncState().pending).toBe(0);
  });
});

describe('the first version’s database', () => {
  it('keeps every entry of its outbox, and nothing of its rows', async () => {
    const { open, phone, server } = sharedPhone();
    const { Dexie } = await import('dexie');
    const old = new Dexie(`concerto/${phone.areaId}`, { indexedDB: phone.disk, IDBKeyRange });
    old.version(1).stores({
      segment: '[term+n]',
      cursor: 'term',
      outbox: '++seq, &id, state, [state+authorId]',
      meta: '',
    });
    const envelope = { id: 'old', kind: 'toy.pin', v: 1, claimedAt: 1, actorId: 'an', body: pin('n1') };
    const entry = {
      authorId: 'an',
      madeAt: 1,
      offset: null,
      state: 'pending',
      answer: null,
      confirmedAt: null,
    };
    await old.table('outbox').add({ ...entry, id: 'old', envelope: `an:${JSON.stringify(envelope)}` });
    await old.table('segment').add({ term: 't', n: 0, version: 1, payload: '张三' });
    old.close();

    const an = await open('an');
    expect(databaseOf(an.client).tables.map(({ name }) => name)).not.toContain('segment');
    expect(texts(an.client)).toEqual(['n1']);
    expect(await an.client.unsealed()).toBe(1);
    await an.client.sync();
    expect(authors(server)).toEqual(['an']);
  });
});
