import { describe, expect, it } from 'vitest';
import { PROTOCOL, type PullRequest, type PushRequest } from '../protocol.ts';
import type { SyncClient } from './client.ts';
import { notesProjection } from './testing/notes.ts';
import { DirectTransport, databaseOf, TestBrowser, TestPhone } from './testing/phone.ts';
import { ReferenceServer } from './testing/reference-server.ts';
import { type FaultReason, TransportFault } from './transport.ts';

/** Refuses requests with a reason until it is mended. */
class FaultyTransport extends DirectTransport {
  fault: FaultReason | null = null;
  readonly pushed: number[] = [];

  override async push(request: PushRequest) {
    this.pushed.push(request.commands.length);
    if (this.fault) throw new TransportFault(this.fault);
    return super.push(request);
  }

  override async pull(request: PullRequest) {
    if (this.fault) throw new TransportFault(this.fault);
    return super.pull(request);
  }
}

async function onePhone(options: { protocol?: number } = {}) {
  const server = new ReferenceServer();
  server.allowed.set('an', new Set(['east']));
  const phone = new TestPhone(new TestBrowser(7));
  const transport = new FaultyTransport(server, 'an');
  const client = await phone.open(transport, { actorId: 'an', ...options });
  const pin = (id: string) => client.dispatch('toy.pin', { id, board: 'east', text: id });
  return { server, phone, transport, client, pin };
}

describe('a try that fails', () => {
  it('for want of a session asks to sign in again, and goes on after it with the outbox kept', async () => {
    const { server, transport, client, pin } = await onePhone();
    await pin('n1');
    transport.fault = 'signed-out';
    await expect(client.sync()).rejects.toThrow(TransportFault);
    expect(client.syncState()).toMatchObject({ signedOut: true, online: true, pending: 1 });
    transport.fault = null;
    client.signedIn();
    expect(client.syncState().signedOut).toBe(false);
    await client.sync();
    expect(server.living('east').notes).toHaveLength(1);
  });

  it('for want of a network says so, and is tried again', async () => {
    const { transport, client, pin } = await onePhone();
    await pin('n1');
    transport.fault = 'unreachable';
    await expect(client.sync()).rejects.toThrow('unreachable');
    expect(client.syncState()).toMatchObject({ online: false, pending: 1 });
    transport.fault = null;
    await client.sync();
    expect(client.syncState()).toMatchObject({ online: true, pending: 0 });
  });

  it('because the client is old keeps the outbox, which the new page sends', async () => {
    const { server, phone, transport, client, pin } = await onePhone({ protocol: PROTOCOL - 1 });
    await pin('n1');
    await expect(client.sync()).rejects.toThrow('outdated');
    expect(client.syncState()).toMatchObject({ outdated: true, pending: 1 });
    expect(server.version).toBe(0);
    await client.close();
    const reloaded = await phone.open(transport, { actorId: 'an' });
    await reloaded.sync();
    expect(reloaded.syncState()).toMatchObject({ outdated: false, pending: 0 });
    expect(server.living('east').notes).toHaveLength(1);
  });

  it('because the batch is too large is made in halves, which grow again', async () => {
    const { server, transport, client, pin } = await onePhone();
    server.maxBatch = 3;
    for (let i = 0; i < 10; i++) await pin(`n${i}`);
    await client.sync();
    expect(transport.pushed.slice(0, 3)).toEqual([10, 5, 2]);
    expect(server.living('east').notes).toHaveLength(10);
    expect(client.syncState().pending).toBe(0);
  });

  it('over one command sets that aside with its reason, sends the others, and can be repeated', async () => {
    const { server, transport, client, pin } = await onePhone();
    await pin('bad');
    const push = transport.push.bind(transport);
    transport.push = async (request) => {
      if (JSON.stringify(request.commands).includes('"bad"')) throw new TransportFault('malformed');
      return push(request);
    };
    await pin('n1');
    await client.sync();
    expect(server.living('east').notes.map((note) => note.id)).toEqual(['n1']);
    const [aside] = client.outbox();
    expect(aside).toMatchObject({ standing: 'refused', problems: [{ code: 'sync.not-deliverable' }] });
    transport.push = push;
    await client.retry(aside?.id ?? '');
    await client.sync();
    expect(server.living('east').notes).toHaveLength(2);
    expect(client.outbox()).toEqual([]);
  });

  it('because the server answered nothing of the batch does not ask for ever', async () => {
    const { transport, client, pin } = await onePhone();
    await pin('n1');
    transport.push = async () => ({ protocol: PROTOCOL, now: 0, answers: [] });
    await expect(client.sync()).rejects.toThrow('unreachable');
    expect(client.syncState().pending).toBe(1);
  });
});

describe('a full storage', () => {
  it('is told by dispatch, changes nothing, and is over when there is room', async () => {
    const { server, client, pin } = await onePhone();
    await pin('n1');
    const heal = fillUp(client);
    await expect(pin('n2')).rejects.toMatchObject({ kind: { code: 'sync.storage-full' } });
    expect(client.syncState()).toMatchObject({ pending: 1, storage: { full: true } });
    expect([...client.state(notesProjection).notes.all()].map((note) => note.id)).toEqual(['n1']);
    heal();
    await pin('n2');
    await client.sync();
    expect(client.syncState().storage.full).toBe(false);
    expect(server.living('east').notes).toHaveLength(2);
  });

  it('stops a pull half-way with nothing of the page kept', async () => {
    const { server, phone, transport, client, pin } = await onePhone();
    for (let i = 0; i < 5; i++) await pin(`n${i}`);
    await client.sync();
    const fresh = new TestPhone(phone.browser, 'area');
    const other = await fresh.open(transport, { actorId: 'an' });
    const heal = fillUp(other);
    await expect(other.sync()).rejects.toMatchObject({ kind: { code: 'sync.storage-full' } });
    expect([...other.state(notesProjection).notes.all()]).toEqual([]);
    heal();
    await other.close();
    const again = await fresh.open(transport, { actorId: 'an' });
    expect([...again.state(notesProjection).notes.all()]).toEqual([]);
    await again.sync();
    expect([...again.state(notesProjection).notes.all()]).toHaveLength(server.living('east').notes.length);
  });
});

describe('the clock', () => {
  it('is measured with every answer and sent with commands; each keeps the measure it was made under', async () => {
    const { server, phone, transport, client, pin } = await onePhone();
    const offsets: (number | null)[] = [];
    const push = transport.push.bind(transport);
    transport.push = (request) => {
      offsets.push(request.clockOffset);
      return push(request);
    };
    await pin('n1');
    server.now = phone.browser.ms + 3_600_000;
    await client.sync();
    expect(client.now()).toBe(server.now);
    await pin('n2');
    phone.browser.ms += 3_600_000;
    await client.sync();
    await pin('n3');
    await client.sync();
    expect(offsets).toEqual([null, 3_600_000, 0]);
  });
});

/** The browser refuses every added record until the returned function is called. */
function fillUp(client: SyncClient): () => void {
  const db = databaseOf(client);
  const refuse = () => {
    throw new DOMException('no room', 'QuotaExceededError');
  };
  const tables = [db.outbox, db.held];
  for (const table of tables) table.hook('creating', refuse);
  return () => {
    for (const table of tables) table.hook('creating').unsubscribe(refuse);
  };
}
