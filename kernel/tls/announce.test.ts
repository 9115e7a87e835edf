import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import multicastDns, { type MulticastDNS } from 'multicast-dns';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Announcement, announce } from './announce.ts';

/** Real multicast, on this machine's loop and a port of its own, so that no neighbour hears it. */
describe('concerto.local', () => {
  let options: { port: number; interface: string; bind: string };
  let phone: MulticastDNS;
  const open: Announcement[] = [];

  beforeEach(async () => {
    options = { port: await freePort(), interface: '127.0.0.1', bind: '0.0.0.0' };
    phone = multicastDns(options);
    await once(phone, 'ready');
  });
  afterEach(async () => {
    for (const one of open.splice(0)) await one.end();
    await new Promise<void>((done) => phone.destroy(() => done()));
  });

  const start = async (address: string): Promise<Announcement | null> => {
    const made = await announce('concerto.local', () => [address], options);
    if (made) open.push(made);
    return made;
  };
  /** Asks until somebody answers, as a phone does. */
  const resolve = (name: string) =>
    new Promise<{ data: unknown; ttl: unknown }>((answer) => {
      const again = setInterval(() => phone.query(name, 'A'), 100);
      phone.on('response', ({ answers }) => {
        const [first] = answers as { name: string; data: unknown; ttl: unknown }[];
        if (first?.name !== 'concerto.local') return;
        clearInterval(again);
        answer(first);
      });
    });

  it('is found by a phone that asks, in whatever case', async () => {
    await start('192.168.1.5');
    expect(await resolve('Concerto.LOCAL')).toMatchObject({ data: '192.168.1.5', ttl: 120 });
  });

  it('is left to the machine that has it already', async () => {
    expect(await start('192.168.1.5')).not.toBeNull();
    expect(await start('192.168.1.6')).toBeNull();
  });

  it('is taken up again by the same machine after a crash', async () => {
    expect(await start('192.168.1.5')).not.toBeNull();
    expect(await start('192.168.1.5')).not.toBeNull();
  });

  it('is taken back when the server stops', async () => {
    const made = await start('192.168.1.5');
    open.length = 0;
    const goodbye = new Promise<unknown>((heard) => {
      phone.on('response', ({ answers }) => {
        const [first] = answers as { ttl: number }[];
        if (first?.ttl === 0) heard(first);
      });
    });
    await made?.end();
    expect(await goodbye).toMatchObject({ name: 'concerto.local', ttl: 0 });
  });
});

async function freePort(): Promise<number> {
  const socket = createSocket('udp4');
  socket.bind(0);
  await once(socket, 'listening');
  const { port } = socket.address();
  socket.close();
  await once(socket, 'close');
  return port;
}
