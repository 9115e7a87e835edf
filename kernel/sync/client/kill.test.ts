import { describe, expect, it } from 'vitest';
import type { PullRequest, PushRequest } from '../protocol.ts';
import { plainCodec, plainSealer } from './codec.ts';
import type { SyncDatabase } from './database.ts';
import { notesProjection } from './testing/notes.ts';
import { DirectTransport, databaseOf, TestBrowser, TestPhone } from './testing/phone.ts';
import { ReferenceServer } from './testing/reference-server.ts';

/** A page's process: from its last step on, everything it tries fails, also inside an open transaction. */
class Life {
  steps = 0;

  constructor(readonly last: number) {}

  readonly step = (): void => {
    this.steps += 1;
    if (this.steps > this.last) throw new Error('killed');
  };
}

class MortalTransport extends DirectTransport {
  constructor(
    server: ReferenceServer,
    readonly life: Life,
  ) {
    super(server, 'an');
  }

  override async push(request: PushRequest) {
    this.life.step();
    const response = await super.push(request);
    this.life.step();
    return response;
  }

  override async pull(request: PullRequest) {
    this.life.step();
    const response = await super.pull(request);
    this.life.step();
    return response;
  }
}

/** Every record written is a step: a kill there leaves its transaction without a commit. */
function mortal(db: SyncDatabase, { step }: Life): void {
  for (const table of [db.held, db.mark, db.outbox, db.device, db.holder]) {
    table.hook('creating', step);
    table.hook('updating', step);
    table.hook('deleting', step);
  }
}

/** A day's work on a page that dies after `last` steps. @returns what `dispatch` confirmed, and the steps it lived */
async function liveAndDie(server: ReferenceServer, phone: TestPhone, last: number) {
  const life = new Life(last);
  const confirmed: string[] = [];
  const passing = async <T>(value: Promise<T> | T): Promise<T> => {
    life.step();
    return value;
  };
  const client = await phone.open(new MortalTransport(server, life), {
    actorId: 'an',
    codec: {
      encode: (body) => passing(plainCodec.encode(body)),
      decode: (payload) => passing(plainCodec.decode(payload)),
    },
    sealer: {
      sign: (envelope) => passing(plainSealer.sign(envelope)),
      sealForServer: (envelope, offset) => passing(JSON.stringify({ envelope, offset })),
      seal: (envelope) => passing(plainSealer.seal(envelope)),
      open: (payload) => passing(plainSealer.open(payload)),
    },
    onFault: () => {},
  });
  mortal(databaseOf(client), life);
  const work = async () => {
    for (let i = 0; i < 4; i++) {
      const said = await client.dispatch('toy.count', { id: 'c', board: 'east', by: 1 });
      if (said.outcome === 'pending') confirmed.push(said.id);
      if (i % 2 === 1) await client.sync();
    }
    await client.dispatch('toy.pin', { id: 'n', board: 'east', text: 'n' });
    await client.sync();
  };
  await work().catch((error: unknown) => {
    if (life.steps <= last) throw error;
  });
  await client.close();
  return { confirmed, steps: life.steps };
}

function serverWithWork(): ReferenceServer {
  const server = new ReferenceServer();
  server.allowed.set('an', new Set(['east']));
  server.pageRows = 1;
  for (let i = 0; i < 3; i++) {
    const body = { id: `old${i}`, board: 'east', text: `old${i}` };
    const command = { id: `old-command${i}`, kind: 'toy.pin', v: 1, claimedAt: 0, actorId: 'bo', body };
    server.push({ protocol: 1, deviceId: 'd', clockOffset: null, commands: [command] });
  }
  return server;
}

describe('a page killed at any step', () => {
  it('loses nothing it confirmed, doubles nothing, and goes on from its disk', async () => {
    const whole = await liveAndDie(
      serverWithWork(),
      new TestPhone(new TestBrowser(1)),
      Number.POSITIVE_INFINITY,
    );
    expect(whole.steps).toBeGreaterThan(40);
    for (let last = 0; last < whole.steps; last++) {
      const server = serverWithWork();
      const phone = new TestPhone(new TestBrowser(1));
      const { confirmed, steps } = await liveAndDie(server, phone, last);
      expect(steps, `killed at ${last}`).toBeGreaterThan(last);

      const again = await phone.open(new DirectTransport(server, 'an'), { actorId: 'an' });
      const waiting = again.outbox().map((entry) => entry.id);
      for (const id of confirmed) {
        expect(waiting.includes(id) || server.log.has(id), `killed at ${last}: ${id} is kept`).toBe(true);
      }
      await again.sync();
      const counts = [...server.log.values()].filter((entry) => entry.body.includes('toy.count')).length;
      expect(server.boards.counters.get('c')?.value ?? 0).toBe(counts);
      for (const id of confirmed) expect(server.log.has(id), `killed at ${last}: ${id} arrived`).toBe(true);
      expect(counts - confirmed.length, `killed at ${last}`).toBeLessThanOrEqual(1);
      const shown = again.state(notesProjection);
      expect([...shown.counters.all()]).toEqual(server.living('east').counters);
      expect([...shown.notes.all()]).toHaveLength(server.living('east').notes.length);
      expect(again.syncState()).toMatchObject({ pending: 0, loading: false });
      await again.close();
    }
  }, 60_000);
});
