import { describe, expect, it } from 'vitest';
import type { SyncClient } from './client.ts';
import { knownTime } from './clock-offset.ts';
import { notesProjection } from './testing/notes.ts';
import { DirectTransport, databaseOf, TestBrowser, TestPhone } from './testing/phone.ts';
import { ReferenceServer } from './testing/reference-server.ts';
import { namedKeys } from './testing/sealing.ts';
import { TransportFault } from './transport.ts';

const HOUR = 3_600_000;

/** A server that limits how long rows may be held, and can revoke the device. */
class LimitedLine extends DirectTransport {
  holdUntil: number | null = null;
  fault: TransportFault | null = null;

  override async pull(request: Parameters<DirectTransport['pull']>[0]) {
    if (this.fault) throw this.fault;
    return { ...(await super.pull(request)), holdUntil: this.holdUntil };
  }

  override async push(request: Parameters<DirectTransport['push']>[0]) {
    if (this.fault) throw this.fault;
    return super.push(request);
  }

  override async relay(request: Parameters<DirectTransport['relay']>[0]) {
    if (this.fault?.reason === 'unreachable') throw this.fault;
    return super.relay(request);
  }
}

async function onDuty() {
  const server = new ReferenceServer();
  server.allowed.set('an', new Set(['east']));
  server.allowed.set('bo', new Set(['east']));
  const browser = new TestBrowser(5);
  browser.ms = server.now;
  const phone = new TestPhone(browser);
  const line = new LimitedLine(server, 'an');
  line.holdUntil = server.now + 8 * HOUR;
  const open = (actorId = 'an') => phone.open(line, { actorId, ...namedKeys(actorId) });
  const client = await open();
  await client.dispatch('toy.pin', { id: 'n1', board: 'east', text: 'n1' });
  await client.sync();
  await client.dispatch('toy.pin', { id: 'n2', board: 'east', text: 'n2' });
  return { server, browser, phone, line, client, open };
}

const texts = (client: SyncClient) =>
  [...client.state(notesProjection).notes.all()].map((note) => note.text).sort();
const cut = (line: LimitedLine) => {
  line.fault = new TransportFault('unreachable');
};
/** Everything the browser's timers had in store, once. */
async function tick(browser: TestBrowser): Promise<void> {
  for (const [id, { run }] of [...browser.timers]) {
    browser.timers.delete(id);
    run();
  }
  await new Promise((resolve) => setTimeout(resolve, 20));
}

describe('what was pulled for a duty', () => {
  it('is gone when its time has come, also without a network; what waits stays', async () => {
    const { client, browser, line, open } = await onDuty();
    cut(line);
    await client.close();
    browser.ms += 7 * HOUR;
    const before = await open();
    expect(texts(before)).toEqual(['n1', 'n2']);
    await before.close();
    browser.ms += 2 * HOUR;
    const after = await open();
    expect(texts(after)).toEqual(['n2']);
    expect(after.syncState()).toMatchObject({ expired: true, pending: 1, lastSync: null });
    expect(await databaseOf(after).held.count()).toBe(0);
  });

  it('is gone within a minute on a phone that stays open', async () => {
    const { client, browser, line } = await onDuty();
    cut(line);
    client.start();
    browser.ms += 9 * HOUR;
    await tick(browser);
    await expect.poll(() => texts(client)).toEqual(['n2']);
    expect(client.syncState().expired).toBe(true);
    await client.close();
  });

  it('is not held longer by setting the clock back, even over a restart', async () => {
    const { client, browser, line, open } = await onDuty();
    cut(line);
    client.start();
    browser.ms += 7 * HOUR;
    await tick(browser);
    await client.close();
    browser.ms -= 365 * 24 * HOUR;
    const back = await open();
    expect(texts(back)).toEqual(['n1', 'n2']);
    // The clock runs on from there; a year passes before it is where it was, but what was seen counts.
    const meta = await databaseOf(back).device.get('device');
    expect(meta?.latest).toBeGreaterThanOrEqual(line.server.now + 7 * HOUR);
    await databaseOf(back).holder.update('an', { holdUntil: line.server.now + 6 * HOUR });
    await back.close();
    expect(texts(await open())).toEqual(['n2']);
  });

  it('comes back with the network, under the server’s clock, after a clock that ran years ahead', async () => {
    const { client, browser, line, server, open } = await onDuty();
    await client.close();
    browser.ms += 5 * 365 * 24 * HOUR;
    const ahead = await open();
    expect(texts(ahead)).toEqual(['n2']);
    line.holdUntil = server.now + 4 * HOUR;
    await ahead.sync();
    expect(texts(ahead)).toEqual(['n1', 'n2']);
    expect(ahead.syncState()).toMatchObject({ expired: false, pending: 0 });
    await ahead.close();
    browser.ms -= 5 * 365 * 24 * HOUR;
    const right = await open();
    await right.sync();
    await right.close();
    expect(texts(await open())).toEqual(['n1', 'n2']);
  });

  it('goes for everybody whose time is up, whoever opens the phone', async () => {
    const { client, browser, line, server, open } = await onDuty();
    await client.close();
    line.holdUntil = server.now + 20 * HOUR;
    const bo = await phoneOf(open);
    await bo.close();
    browser.ms += 9 * HOUR;
    const later = await open('bo');
    expect(texts(later).length).toBeGreaterThan(0);
    const holders = new Set((await databaseOf(later).held.toArray()).map(({ holder }) => holder));
    expect([...holders]).toEqual(['bo']);
  });

  it('without a limit stays', async () => {
    const { client, browser, line, open } = await onDuty();
    line.holdUntil = null;
    await client.sync();
    await client.close();
    browser.ms += 1000 * HOUR;
    expect(texts(await open())).toEqual(['n1', 'n2']);
  });
});

async function phoneOf(open: (actorId: string) => Promise<SyncClient>): Promise<SyncClient> {
  const client = await open('bo');
  await client.sync();
  return client;
}

describe('a revoked device', () => {
  it('loses the rows of everybody, keeps every entry, and carries them', async () => {
    const { client, line, server, open } = await onDuty();
    await client.close();
    const bo = await phoneOf(open);
    await bo.dispatch('toy.pin', { id: 'n3', board: 'east', text: 'n3' });
    line.fault = new TransportFault('revoked');
    const told = (await bo.sync().catch((error: unknown) => error)) as TransportFault;
    expect(told.reason).toBe('revoked');
    expect(bo.syncState()).toMatchObject({ revoked: true, signedOut: false });
    expect(await databaseOf(bo).held.count()).toBe(0);
    await bo.sync().catch(() => undefined);
    expect(
      [...server.log.values()].map(({ body }) => (JSON.parse(body) as { actorId: string }).actorId),
    ).toEqual(['an', 'an', 'bo']);
    expect(bo.syncState()).toMatchObject({ revoked: true, others: 0, pending: 0 });
    expect((await databaseOf(bo).device.get('device'))?.revoked).toBe(true);
  });

  it('that is allowed again goes on after signing in', async () => {
    const { client, line } = await onDuty();
    line.fault = new TransportFault('revoked');
    await client.sync().catch(() => undefined);
    line.fault = null;
    client.signedIn();
    await client.sync();
    expect(client.syncState()).toMatchObject({ revoked: false, pending: 0 });
    expect(texts(client)).toEqual(['n1', 'n2']);
    expect((await databaseOf(client).device.get('device'))?.revoked).toBe(false);
  });
});

describe('storage that the browser clears beneath an open page', () => {
  /** What Chromium does when it evicts an origin: every connection is closed, the databases are gone. */
  async function evict(client: SyncClient): Promise<void> {
    const db = databaseOf(client);
    await Promise.all(db.tables.map((table) => table.clear()));
    db.on.close.fire(new Event('close'));
    await new Promise((resolve) => setTimeout(resolve, 50));
  }

  it('costs no command: memory puts them back, and the rows are pulled again', async () => {
    const { client, line, server, open } = await onDuty();
    await evict(client);
    expect(client.syncState()).toMatchObject({ pending: 1, storage: { lost: true } });
    expect(await databaseOf(client).outbox.count()).toBe(1);
    await client.dispatch('toy.pin', { id: 'n3', board: 'east', text: 'n3' });
    await client.close();
    const again = await open();
    expect(texts(again)).toEqual(['n2', 'n3']);
    await again.sync();
    expect(texts(again)).toEqual(['n1', 'n2', 'n3']);
    expect(server.log.size).toBe(3);
    expect(line.fault).toBeNull();
  });

  it('is told to whoever must put keys back', async () => {
    const { phone, line } = await onDuty();
    let told = 0;
    const client = await phone.open(line, {
      actorId: 'an',
      ...namedKeys('an'),
      onLost: () => {
        told += 1;
      },
    });
    await evict(client);
    expect(told).toBe(1);
  });
});

describe('knownTime', () => {
  it('is the corrected clock, and never before what was seen', () => {
    expect(knownTime({ clock: null, latest: 0 }, 5)).toBe(5);
    expect(knownTime({ clock: { offset: 10, roundTrip: 1 }, latest: 0 }, 5)).toBe(15);
    expect(knownTime({ clock: { offset: 10, roundTrip: 1 }, latest: 20 }, 5)).toBe(20);
  });
});
