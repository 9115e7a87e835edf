import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProjectionSource } from './projection.ts';
import type { Waiting } from './replay.ts';
import { Replica } from './replica.ts';
import { type Boards, notesProjection } from './testing/notes.ts';
import { DirectTransport, TestBrowser, TestPhone } from './testing/phone.ts';
import { ReferenceServer } from './testing/reference-server.ts';

/** A phone whose toy module is loaded when it is first needed; counts how often, and can be made to fail. */
function phoneWith() {
  const server = new ReferenceServer();
  server.allowed.set('an', new Set(['east']));
  const phone = new TestPhone(new TestBrowser(1));
  const transport = new DirectTransport(server, 'an');
  const loads = { count: 0, fails: false };
  const toy: ProjectionSource = {
    module: 'toy',
    projections: async () => {
      loads.count += 1;
      if (loads.fails) throw new Error('the part is not there');
      return [notesProjection];
    },
  };
  const faults: string[] = [];
  const onFault = (error: unknown) => void faults.push(String(error));
  const open = () => phone.open(transport, { actorId: 'an', projections: [], modules: [toy], onFault });
  return { server, loads, faults, open };
}

const pin = (id: string, text = id) => ({ id, board: 'east', text });
const texts = (boards: Boards) => [...boards.notes.all()].filter((n) => !n.removed).map((n) => n.text);

describe('a projection that comes after the rows', () => {
  it('has all of them, what waits laid over, and what comes later', async () => {
    const { loads, open } = phoneWith();
    const writer = await open();
    await writer.dispatch('toy.pin', pin('n1'));
    await writer.sync();
    await writer.dispatch('toy.pin', pin('n2'));
    await writer.close();

    const client = await open();
    expect(texts(client.state(notesProjection)).sort()).toEqual(['n1', 'n2']);
    expect(client.state(notesProjection).notes.isChanged('n1')).toBe(false);
    expect(client.state(notesProjection).notes.isChanged('n2')).toBe(true);
    await client.dispatch('toy.pin', pin('n3'));
    await client.sync();
    expect(client.state(notesProjection).notes.isChanged('n2')).toBe(false);
    expect(texts(client.state(notesProjection)).sort()).toEqual(['n1', 'n2', 'n3']);
    expect(loads.count).toBe(2);
  });

  it('is not loaded at all where nothing asks for it', async () => {
    const { loads, open } = phoneWith();
    const writer = await open();
    await writer.dispatch('toy.pin', pin('n1'));
    await writer.sync();
    await writer.close();
    const client = await open();
    await client.sync();
    expect(loads.count).toBe(1);
    expect(texts(client.state(notesProjection))).toEqual(['n1']);
  });

  it('stands as one that was here from the start, whatever happened and whenever it comes', () => {
    const step = fc.oneof(
      fc.record({ do: fc.constant('row' as const), term: fc.nat(2), id: fc.nat(5), version: fc.nat(9) }),
      fc.record({ do: fc.constant('gone' as const), term: fc.nat(2), id: fc.nat(5) }),
      fc.record({ do: fc.constant('drop' as const), term: fc.nat(2) }),
      fc.record({ do: fc.constant('wait' as const), id: fc.nat(5), remove: fc.boolean() }),
      fc.record({ do: fc.constant('confirm' as const) }),
    );
    fc.assert(
      fc.property(fc.array(step), fc.array(step), fc.array(step), (before, unseen, after) => {
        const early = replicaOf([notesProjection]);
        const late = replicaOf([]);
        for (const one of [early, late]) {
          for (const did of before) one.play(did);
          one.refresh();
          for (const did of unseen) one.play(did);
        }
        late.replica.add(notesProjection);
        for (const one of [early, late]) one.refresh();
        expect(late.seen()).toEqual(early.seen());
        for (const one of [early, late]) {
          for (const did of after) one.play(did);
          one.refresh();
        }
        expect(late.seen()).toEqual(early.seen());
      }),
    );
  });

  it('cannot take the name of another', () => {
    const { replica } = replicaOf([notesProjection]);
    replica.add(notesProjection);
    expect(() => replica.add({ ...notesProjection })).toThrow('two projections are named toy');
  });
});

type Step =
  | { do: 'row'; term: number; id: number; version: number }
  | { do: 'gone'; term: number; id: number }
  | { do: 'drop'; term: number }
  | { do: 'wait'; id: number; remove: boolean }
  | { do: 'confirm' };

/** A replica that random steps are played on, and what its screens would see. */
function replicaOf(projections: ConstructorParameters<typeof Replica>[0]) {
  const replica = new Replica(projections, 'device', (error) => {
    throw error;
  });
  let waiting: Waiting[] = [];
  let made = 0;
  const collection = (rows: object[], gone: string[] = []) => ({
    'toy.note': { rows: rows as { id: string; version: number }[], gone },
  });
  return {
    replica,
    refresh: () => replica.refresh(waiting),
    play(step: Step) {
      if (step.do === 'row') {
        const { id, version } = step;
        const row = { id: `n${id}`, board: 'east', text: `v${version}`, removed: false, version };
        replica.apply(`t${step.term}`, version, collection([row]));
      } else if (step.do === 'gone') {
        replica.apply(`t${step.term}`, 1, collection([], [`n${step.id}`]));
      } else if (step.do === 'drop') {
        replica.drop(`t${step.term}`);
      } else if (step.do === 'confirm') {
        waiting = waiting.slice(1);
      } else {
        const kind = step.remove ? 'toy.remove' : 'toy.pin';
        const body = step.remove ? { id: `n${step.id}` } : pin(`n${step.id}`);
        const envelope = { id: `c${made++}`, kind, v: 1, claimedAt: 0, actorId: 'an', body };
        waiting = [...waiting, { envelope, offset: 0 }];
      }
    },
    seen() {
      const { notes } = replica.state(notesProjection) as Boards;
      const rows = [...notes.all()].map((note) => ({ ...note, pending: notes.isChanged(note.id) }));
      const guesses = waiting.map(({ envelope }) => replica.guessOf(envelope.id));
      return { rows: rows.sort((a, b) => (a.id < b.id ? -1 : 1)), guesses };
    },
  };
}

describe('a command whose module has drawn nothing yet', () => {
  it('waits from before a reload: it is judged before anything is shown', async () => {
    const { open } = phoneWith();
    const before = await open();
    await before.dispatch('toy.pin', pin('n1', 'same'));
    await before.dispatch('toy.pin', pin('n2', 'same'));
    await before.close();
    const client = await open();
    expect(client.outbox().map(({ guess }) => guess?.flags.map(({ problem }) => problem.code))).toEqual([
      [],
      ['toy.pinned-twice'],
    ]);
  });

  it('is sent also where its part of the page cannot be loaded, and is judged once it can', async () => {
    const { server, loads, faults, open } = phoneWith();
    const before = await open();
    await before.dispatch('toy.pin', pin('n1'));
    await before.close();
    loads.fails = true;
    const client = await open();
    expect(faults).toEqual(['Error: the part is not there']);
    expect(client.outbox()).toMatchObject([{ standing: 'waiting', guess: null }]);
    loads.fails = false;
    await client.hearTab();
    expect(client.outbox()).toMatchObject([{ standing: 'waiting', guess: { flags: [], refused: null } }]);
    await client.sync();
    expect(texts(server.boards)).toEqual(['n1']);
    expect(client.outbox()).toEqual([]);
  });

  it('made here brings its own rules; where they cannot be loaded nothing is kept, and it is said', async () => {
    const { loads, open } = phoneWith();
    const client = await open();
    loads.fails = true;
    await expect(client.dispatch('toy.pin', pin('n1'))).rejects.toThrow('the part is not there');
    expect(client.outbox()).toEqual([]);
    loads.fails = false;
    expect(await client.dispatch('toy.pin', pin('n1'))).toMatchObject({ outcome: 'pending' });
    await expect(client.dispatch('toy.unheard-of', {})).rejects.toThrow(
      'no projection decides toy.unheard-of',
    );
    await expect(client.dispatch('other.pin', {})).rejects.toThrow('no projection decides other.pin');
    expect(loads.count).toBe(2);
  });

  it('made in another tab is judged here too', async () => {
    const { open } = phoneWith();
    const here = await open();
    const there = await open();
    await there.dispatch('toy.pin', pin('n1'));
    await here.hearTab();
    expect(here.outbox()).toMatchObject([{ guess: { flags: [], refused: null } }]);
  });
});

describe('the collections that have rows here', () => {
  it('are told when the first row is shown, and when the last one goes', async () => {
    const { open } = phoneWith();
    const client = await open();
    expect([...client.syncState().collections]).toEqual([]);
    await client.dispatch('toy.pin', pin('n1'));
    expect([...client.syncState().collections]).toEqual([]);
    const told: string[][] = [];
    client.subscribeState(() => told.push([...client.syncState().collections]));
    await client.sync();
    expect(told.at(-1)).toEqual(['toy.note']);
    const same = client.syncState().collections;
    await client.sync();
    expect(client.syncState().collections).toBe(same);
    await client.erase();
    expect([...client.syncState().collections]).toEqual([]);
  });
});
