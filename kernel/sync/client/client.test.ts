import { describe, expect, it } from 'vitest';
import { notesProjection, PROBLEMS } from './testing/notes.ts';
import { DirectTransport, databaseOf, TestBrowser, TestPhone } from './testing/phone.ts';
import { ReferenceServer, termOf } from './testing/reference-server.ts';
import { type Transport, TransportFault } from './transport.ts';

/** A server with one board, and two members' phones on it. */
async function twoPhones() {
  const server = new ReferenceServer();
  const make = async (actorId: string, seed: number) => {
    server.allowed.set(actorId, new Set(['east']));
    const phone = new TestPhone(new TestBrowser(seed));
    const transport = new DirectTransport(server, actorId);
    return { phone, transport, actorId, client: await phone.open(transport, { actorId }) };
  };
  const an = await make('an', 1);
  const bo = await make('bo', 2);
  await an.client.sync();
  await bo.client.sync();
  return { server, an, bo };
}

const pin = (id: string, text = id) => ({ id, board: 'east', text });
const texts = (client: { state: (p: typeof notesProjection) => ReturnType<typeof notesProjection.build> }) =>
  [...client.state(notesProjection).notes.all()].filter((note) => !note.removed).map((note) => note.text);

describe('what one phone did', () => {
  it('is shown as pending at once, and reaches the other phone as confirmed', async () => {
    const { an, bo } = await twoPhones();
    expect(await an.client.dispatch('toy.pin', pin('n1'))).toMatchObject({ outcome: 'pending', flags: [] });
    expect(texts(an.client)).toEqual(['n1']);
    expect(an.client.state(notesProjection).notes.isChanged('n1')).toBe(true);
    expect(an.client.syncState().pending).toBe(1);

    await an.client.sync();
    expect(an.client.syncState().pending).toBe(0);
    expect(an.client.state(notesProjection).notes.isChanged('n1')).toBe(false);
    expect(an.client.outbox()).toEqual([]);
    await bo.client.sync();
    expect(texts(bo.client)).toEqual(['n1']);
  });

  it('is removed from the other phone when it is removed', async () => {
    const { an, bo } = await twoPhones();
    await an.client.dispatch('toy.pin', pin('n1'));
    await an.client.sync();
    await bo.client.sync();
    await an.client.dispatch('toy.remove', { id: 'n1' });
    await an.client.sync();
    await bo.client.sync();
    expect(texts(bo.client)).toEqual([]);
    expect(bo.client.state(notesProjection).notes.get('n1')).toBeUndefined();
  });

  it('is not lost under a change that came after it was acknowledged', async () => {
    const { an, bo } = await twoPhones();
    const count = (by: number) => ({ id: 'c', board: 'east', by });
    await an.client.dispatch('toy.count', count(1));
    await an.client.sync();
    await bo.client.sync();
    await bo.client.dispatch('toy.count', count(10));
    await an.client.dispatch('toy.count', count(100));
    await bo.client.sync();
    expect(an.client.state(notesProjection).counters.get('c')?.value).toBe(101);
    await an.client.sync();
    expect(an.client.state(notesProjection).counters.get('c')?.value).toBe(111);
  });

  it('does not reach a stranger, and leaves a phone whose duty ends, but for its outbox', async () => {
    const { server, an, bo } = await twoPhones();
    server.allowed.set('bo', new Set(['west']));
    await an.client.dispatch('toy.pin', pin('n1'));
    await an.client.sync();
    await bo.client.sync();
    expect(texts(bo.client)).toEqual([]);

    await an.client.dispatch('toy.pin', pin('n2'));
    server.allowed.set('an', new Set());
    const request = { protocol: 1, deviceId: an.client.deviceId, held: { [termOf('east')]: 1 }, pending: 1 };
    expect(server.pull('an', request).drop).toEqual([termOf('east')]);
    const deaf: Transport = {
      ...direct(an.transport),
      push: () => Promise.reject(new TransportFault('too-large')),
    };
    await an.client.close();
    const again = await an.phone.open(deaf, { actorId: 'an' });
    await again.sync();
    expect(texts(again)).not.toContain('n1');
    expect(again.outbox()).toMatchObject([
      { standing: 'refused', problems: [{ code: 'sync.not-deliverable' }] },
    ]);
  });

  it('waits through a reload', async () => {
    const { server, an } = await twoPhones();
    await an.client.dispatch('toy.pin', pin('n1'));
    await an.client.close();
    const again = await an.phone.open(an.transport, { actorId: 'an' });
    expect(again.deviceId).toBe(an.client.deviceId);
    expect(texts(again)).toEqual(['n1']);
    expect(again.syncState().pending).toBe(1);
    await again.sync();
    expect(server.living('east').notes).toHaveLength(1);
  });

  it('is judged at once: a wish is refused and not kept, a fact is kept and flagged', async () => {
    const { an } = await twoPhones();
    expect(await an.client.dispatch('toy.remove', { id: 'none' })).toEqual({
      outcome: 'refused',
      problem: PROBLEMS.missing,
    });
    expect(an.client.syncState().pending).toBe(0);
    await an.client.dispatch('toy.pin', pin('n1', 'same'));
    const second = await an.client.dispatch('toy.pin', pin('n2', 'same'));
    expect(second).toMatchObject({ outcome: 'pending', flags: [{ problem: PROBLEMS.twice }] });
    await an.client.sync();
    expect(an.client.outbox()).toMatchObject([
      { standing: 'flagged', pending: false, problems: [PROBLEMS.twice] },
    ]);
    expect(an.client.syncState()).toMatchObject({ pending: 0, flagged: 1 });
    await an.client.dismiss(an.client.outbox()[0]?.id ?? '');
    expect(an.client.syncState().flagged).toBe(0);
  });

  it('that the server refuses is taken off the rows, and stays with its reason', async () => {
    const { an, bo } = await twoPhones();
    await an.client.dispatch('toy.pin', pin('n1'));
    await an.client.sync();
    await bo.client.sync();
    await an.client.dispatch('toy.remove', { id: 'n1' });
    await bo.client.dispatch('toy.remove', { id: 'n1' });
    await an.client.sync();
    await bo.client.sync();
    expect(bo.client.outbox()).toMatchObject([{ standing: 'refused', problems: [PROBLEMS.missing] }]);
    expect(bo.client.syncState()).toMatchObject({ pending: 0, refused: 1 });
  });
});

describe('a large term', () => {
  it('comes in pages; a phone refuses nothing before the last', async () => {
    const { server, an } = await twoPhones();
    server.pageRows = 3;
    for (let i = 0; i < 10; i++) await an.client.dispatch('toy.pin', pin(`n${i}`));
    await an.client.sync();
    const phone = new TestPhone(new TestBrowser(9));
    const fresh = await phone.open(an.transport, { actorId: 'an' });
    expect(fresh.syncState()).toMatchObject({ loading: true, lastSync: null });
    expect(await fresh.dispatch('toy.remove', { id: 'n1' })).toMatchObject({ outcome: 'pending' });
    await fresh.sync();
    expect(fresh.syncState().loading).toBe(false);
    expect(texts(fresh)).toHaveLength(9);
  });

  it('is put together when it has come in many pieces, and reads the same', async () => {
    const { server, an, bo } = await twoPhones();
    for (let i = 0; i < 40; i++) {
      await an.client.dispatch('toy.pin', pin(`n${i}`));
      await an.client.sync();
      await bo.client.sync();
    }
    expect(await databaseOf(bo.client).held.count()).toBeLessThan(20);
    await bo.client.close();
    const again = await bo.phone.open(bo.transport, { actorId: 'bo' });
    expect(texts(again)).toHaveLength(server.living('east').notes.length);
  });
});

describe('a shared phone', () => {
  it("shows one member's rows and waiting work to nobody else, and keeps it until that member is back", async () => {
    const { server, an } = await twoPhones();
    await an.client.dispatch('toy.pin', pin('n1'));
    await an.client.close();
    server.allowed.set('cy', new Set(['west']));
    const next = await an.phone.open(new DirectTransport(server, 'cy'), { actorId: 'cy' });
    expect(texts(next)).toEqual([]);
    expect(next.outbox()).toMatchObject([{ authorId: 'an', standing: 'waiting' }]);
    await next.dispatch('toy.pin', { ...pin('n2'), board: 'west' });
    await next.sync();
    const authors = () =>
      [...server.log.values()].map((entry) => (JSON.parse(entry.body) as { actorId: string }).actorId);
    expect(authors()).toEqual(['cy']);
    expect(next.syncState().pending).toBe(1);

    await next.close();
    const back = await an.phone.open(an.transport, { actorId: 'an' });
    await back.sync();
    expect(authors()).toEqual(['cy', 'an']);
    expect(back.syncState().pending).toBe(0);
  });

  it('erases what was pulled, never the outbox', async () => {
    const { an } = await twoPhones();
    await an.client.dispatch('toy.pin', pin('n1'));
    await an.client.sync();
    await an.client.dispatch('toy.pin', pin('n2'));
    await an.client.erase();
    expect(texts(an.client)).toEqual(['n2']);
    expect(an.client.syncState()).toMatchObject({ pending: 1, lastSync: null });
  });
});

describe('two tabs', () => {
  it('show the same, and send a command once', async () => {
    const { server, an } = await twoPhones();
    const tab = await an.phone.open(an.transport, { actorId: 'an' });
    await an.client.dispatch('toy.pin', pin('n1'));
    await tab.sync();
    await an.client.hearTab();
    expect(texts(tab)).toEqual(['n1']);
    expect(texts(an.client)).toEqual(['n1']);
    expect(an.client.syncState().pending).toBe(0);
    await an.client.sync();
    expect(server.version).toBe(1);
  });
});

function direct(transport: DirectTransport): Transport {
  return {
    push: (request) => transport.push(request),
    pull: (request) => transport.pull(request),
    relay: (request) => transport.relay(request),
    live: (listener) => transport.live(listener),
  };
}
