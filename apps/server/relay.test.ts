import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifySignatures } from '#core/devices/module.ts';
import { sealedEntry } from '#core/devices/testing/phone.ts';
import type { Answer } from '#kernel/command/command.ts';
import { openKeyRing } from '#kernel/crypto/key-ring.ts';
import { openDatabase } from '#kernel/db/pool.ts';
import { inArea } from '#kernel/db/transaction.ts';
import { MAX_BATCH, type RelayEntry } from '#kernel/sync/protocol.ts';
import { Author, answersOf, join as comeIn, done, oneResident, relay } from './relay-story.ts';
import { type Client, openTestServer, setUpArea, type TestServer } from './testing-server.ts';

let server: TestServer;
let secretary: Client;
let residentId: string;
beforeAll(async () => {
  server = await openTestServer();
  secretary = await setUpArea(server);
  residentId = await oneResident(secretary);
});
afterAll(() => server.close());

const bring = (entries: readonly RelayEntry[], deviceId: string) =>
  answersOf(relay(server, secretary.areaId, deviceId, entries));
const told = (answers: readonly Answer[]) => answers.map((a) => [a.outcome, a.problems[0]?.code ?? null]);
const author = async (deviceId = randomUUID()) => Author.on(deviceId, await comeIn(server, secretary));
const revoke = (deviceId: string) =>
  done(secretary.push([secretary.envelope('devices.revoke', { deviceId, because: 'lost' })]));
const late = async () => {
  const answer = await (await secretary.fetch('/api/q/devices/late')).json();
  return (answer as { late: { commandId: string; discrepancyId: string; code: string }[] }).late;
};

describe('a phone that three people share', () => {
  it('brings everybody’s entries though nobody is signed in, each as its author’s', async () => {
    const deviceId = randomUUID();
    const authors = [await author(deviceId), await author(deviceId), await author(deviceId)];
    const envelopes = authors.map((a) => a.away(residentId));
    const entries = authors.map((a, i) => a.entry(envelopes[i] ?? expect.unreachable()));
    expect(told(await bring(entries, deviceId))).toEqual(Array(3).fill(['done', null]));
    const again = await bring(entries, deviceId);
    expect(told(again)).toEqual(Array(3).fill(['already', null]));
    const log = await secretary.fetch('/api/q/oversight/refused');
    expect(await log.text()).not.toContain(envelopes[0]?.id);
  });

  it('brings them through a fourth person’s session, whose own are pushed as ever', async () => {
    const [one, two] = [await author(), await author()];
    const fourth = await comeIn(server, secretary);
    const body = {
      protocol: 1,
      deviceId: one.deviceId,
      entries: [one, two].map((a) => a.entry(a.away(residentId))),
    };
    const brought = await answersOf(fourth.post(`/api/areas/${secretary.areaId}/relay`, body));
    expect(told(brought)).toEqual([
      ['done', null],
      ['done', null],
    ]);
    const own = fourth.envelope('people.set-away', { residentId, away: false, reason: '' });
    expect(told(await answersOf(fourth.push([own])))).toEqual([['done', null]]);
  });

  it('answers the same whether an entry came by the author’s own session or by the relay', async () => {
    const one = await author();
    const envelope = one.away(residentId);
    await done(one.client.push([envelope]));
    expect(told(await bring([one.entry(envelope)], one.deviceId))).toEqual([['already', null]]);
  });

  it('does an entry once that lies in the batch twice', async () => {
    const one = await author();
    const entry = one.entry(one.away(residentId));
    expect(told(await bring([entry, entry], one.deviceId))).toEqual([
      ['done', null],
      ['already', null],
    ]);
  });

  it('lets nobody do more than the author may', async () => {
    const volunteer = await Author.on(randomUUID(), await comeIn(server, secretary, 'volunteer'));
    const answers = await bring([volunteer.entry(volunteer.away(residentId))], volunteer.deviceId);
    expect(told(answers)).toEqual([['refused', 'command.not-allowed']]);
  });
});

describe('a phone taken out of use', () => {
  it('delivers its outbox: facts are done and flagged, wishes refused, and a leader looks at them', async () => {
    const one = await author();
    const fact = one.away(residentId);
    const wish = one.signed('people.end-resident', { residentId, reason: 'moved-out' });
    await revoke(one.deviceId);
    const answers = await bring([one.entry(fact), one.entry(wish)], one.deviceId);
    expect(told(answers)).toEqual([
      ['flagged', 'devices.revoked-device'],
      ['refused', 'devices.revoked-device'],
    ]);
    const flag = (await late()).find((work) => work.commandId === fact.id);
    expect(flag).toMatchObject({ code: 'devices.revoked-device', deviceId: one.deviceId, author: '赵晓梅' });
    const settle = { discrepancyId: flag?.discrepancyId, finding: 'right' };
    await done(secretary.push([secretary.envelope('devices.settle-flag', settle)]));
    expect((await late()).map((work) => work.commandId)).not.toContain(fact.id);
    const twice = await answersOf(secretary.push([secretary.envelope('devices.settle-flag', settle)]));
    expect(told(twice)).toEqual([['refused', 'command.discrepancy-settled']]);
  });

  it('is told so at push and pull, with its session and without', async () => {
    const one = await author();
    const path = (door: string) => `/api/areas/${secretary.areaId}/${door}`;
    const pull = { protocol: 1, deviceId: one.deviceId, held: {}, pending: 2 };
    const push = { protocol: 1, deviceId: one.deviceId, clockOffset: 0, commands: [] };
    expect((await one.client.post(path('pull'), pull)).status).toBe(200);
    await revoke(one.deviceId);
    const tries = [
      one.client.post(path('pull'), pull),
      one.client.post(path('push'), push),
      fetch(`${server.address}${path('pull')}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(pull),
      }),
    ];
    for (const answer of await Promise.all(tries))
      expect([answer.status, await answer.json()]).toMatchObject([403, { code: 'devices.revoked' }]);
  });

  it('is taken back: the key of before stays in doubt, a new one is trusted', async () => {
    const one = await author();
    const before = one.away(residentId);
    await revoke(one.deviceId);
    await done(secretary.push([secretary.envelope('devices.restore', { deviceId: one.deviceId })]));
    const renewed = await Author.on(one.deviceId, one.client);
    const answers = await bring([one.entry(before), renewed.entry(renewed.away(residentId))], one.deviceId);
    expect(told(answers)).toEqual([
      ['flagged', 'devices.revoked-device'],
      ['done', null],
    ]);
  });

  it('flags what comes after its author has left the area', async () => {
    const one = await author();
    const fact = one.away(residentId);
    const end = { memberId: one.client.memberId, reason: '返岗' };
    // A hair ahead, so that it counts from its receipt: surely after the fact.
    const ending = { ...secretary.envelope('accounts.end-member', end), claimedAt: Date.now() + 1_000 };
    await done(secretary.push([ending]));
    expect(told(await bring([one.entry(fact)], one.deviceId))).toEqual([['flagged', 'devices.author-left']]);
  });
});

describe('a phone whose clock is wrong', () => {
  const YEAR = 365 * 86_400_000;

  it('years behind, measured: its entries are judged at the corrected time', async () => {
    const one = await author();
    const entry = one.entry(one.away(residentId, Date.now() - 5 * YEAR), { offset: 5 * YEAR });
    expect(told(await bring([entry], one.deviceId))).toEqual([['done', null]]);
  });

  it('years ahead, never measured: done at the time of receipt, and flagged', async () => {
    const one = await author();
    const entry = one.entry(one.away(residentId, Date.now() + 3 * YEAR), { offset: null });
    expect(told(await bring([entry], one.deviceId))).toEqual([['flagged', 'command.from-the-future']]);
  });

  it('years behind, never measured: judged by what the author was then, which was nothing', async () => {
    const one = await author();
    const entry = one.entry(one.away(residentId, Date.now() - 5 * YEAR), { offset: null });
    expect(told(await bring([entry], one.deviceId))).toEqual([['refused', 'command.not-allowed']]);
  });
});

describe('an entry that is nobody’s', () => {
  let one: Author;
  let two: Author;
  beforeAll(async () => {
    [one, two] = [await author(), await author()];
  });

  const elsewhere = randomUUID();
  const entryOf: Readonly<Record<string, () => RelayEntry>> = {
    'devices.does-not-open': () => {
      const { id, sealed } = one.entry(one.away(residentId));
      const bytes = Buffer.from(sealed, 'base64url');
      bytes.writeUInt8(bytes.readUInt8(60) ^ 1, 60);
      return { id, sealed: bytes.toString('base64url') };
    },
    'devices.other-entry': () => {
      const envelope = one.away(residentId);
      const [id, sealTo] = [randomUUID(), one.enrolment.sealTo.publicKey];
      const { areaId } = secretary;
      const { keyId } = one.enrolment;
      // Sealed under the id it is sent as, with another command inside.
      const lying = sealedEntry(
        { ...envelope, id },
        { areaId, sealTo, keyId, deviceId: one.deviceId, inside: envelope },
      );
      return lying;
    },
    'devices.unknown-key': () => one.entry(one.away(residentId), { keyId: randomUUID() }),
    'devices.key-of-another': () => one.entry(one.away(residentId), { keyId: two.enrolment.keyId }),
    'devices.wrong-signature': () => {
      const envelope = one.away(residentId);
      return one.entry({ ...envelope, body: { residentId, away: false, reason: '' } });
    },
    'devices.broken-entry': () => {
      const { signature: _gone, ...unsigned } = one.away(residentId);
      return one.entry(unsigned);
    },
  };

  it.each(Object.keys(entryOf))('is turned away: %s, and the one beside it is done', async (code) => {
    const bad = entryOf[code]?.() ?? expect.unreachable();
    const good = one.entry(one.away(residentId));
    expect(told(await bring([bad, good], one.deviceId))).toEqual([
      ['refused', code],
      ['done', null],
    ]);
  });

  it.each([
    [
      'made for another area',
      () => one.entry(one.away(residentId), { areaId: elsewhere }),
      'devices.does-not-open',
    ],
    [
      'sent under another’s id',
      () => ({ ...one.entry(one.away(residentId)), id: randomUUID() }),
      'devices.does-not-open',
    ],
    ['nothing at all', () => ({ id: randomUUID(), sealed: '' }), 'devices.does-not-open'],
    [
      'from another phone than the key’s',
      () => one.entry(one.away(residentId), { deviceId: two.deviceId }),
      'devices.key-of-another',
    ],
    [
      'signed for another area',
      () => one.entry(one.keys.sign(one.away(residentId), elsewhere)),
      'devices.wrong-signature',
    ],
    [
      'signed by another than it says',
      () => one.entry({ ...two.away(residentId) }),
      'devices.key-of-another',
    ],
  ])('is turned away when it was %s', async (_what, make, code) => {
    expect(told(await bring([make()], one.deviceId))).toEqual([['refused', code]]);
  });

  it('is turned away when its body is nested without end', async () => {
    let body: unknown = {};
    for (let i = 0; i < 3_000; i++) body = [body];
    const envelope = { ...one.away(residentId), body };
    expect(told(await bring([one.entry(envelope)], one.deviceId))).toEqual([
      ['refused', 'devices.wrong-signature'],
    ]);
  });

  it('is written nowhere', async () => {
    const { id } = one.away(residentId);
    const bad = { id, sealed: Buffer.alloc(100).toString('base64url') };
    await bring([bad], one.deviceId);
    const good = one.entry({ ...one.signed('people.set-away', { residentId, away: true, reason: '' }) });
    expect(told(await bring([good], one.deviceId))).toEqual([['done', null]]);
    expect(await (await secretary.fetch('/api/q/oversight/refused')).text()).not.toContain(id);
  });
});

describe('the door of the relay', () => {
  it.each([
    ['an old client', { protocol: 0 }, 426, 'sync.old-client'],
    ['no entries', { entries: null }, 400, 'sync.bad-request'],
    [
      'too many at once',
      { entries: Array(MAX_BATCH + 1).fill({ id: randomUUID(), sealed: '' }) },
      413,
      'sync.batch-too-large',
    ],
  ])('answers %s with a named problem', async (_what, change, status, code) => {
    const response = await fetch(`${server.address}/api/areas/${secretary.areaId}/relay`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ protocol: 1, deviceId: randomUUID(), entries: [], ...change }),
    });
    expect([response.status, await response.json()]).toMatchObject([status, { code }]);
  });

  it.each([['not-an-area'], [randomUUID()]])('knows no area %s', async (areaId) => {
    const response = await relay(server, areaId, randomUUID(), []);
    expect([response.status, await response.json()]).toMatchObject([404, { code: 'command.unknown-area' }]);
  });

  it('lets a stranger who guesses wait, and neither the phones nor the committee behind the same address', async () => {
    const one = await author();
    const rubbish = () => Array.from({ length: 50 }, () => ({ id: randomUUID(), sealed: 'AAAA' }));
    const guess = () => relay(server, secretary.areaId, randomUUID(), rubbish());
    expect((await guess()).status).toBe(200);
    const second = await guess();
    expect([second.status, await second.json()]).toMatchObject([429, { code: 'devices.too-many' }]);
    expect(Number(second.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(told(await bring([one.entry(one.away(residentId))], one.deviceId))).toEqual([['done', null]]);
  });
});

describe('signatures in the log', () => {
  it('are kept with every command, pushed or relayed, and can be held against the keys at any time', async () => {
    const one = await author();
    const [pushed, relayed, forged] = [one.away(residentId), one.away(residentId), one.away(residentId)];
    const through = (envelope: object) =>
      done(
        one.client.post(`/api/areas/${secretary.areaId}/push`, {
          protocol: 1,
          deviceId: one.deviceId,
          clockOffset: 0,
          commands: [envelope],
        }),
      );
    const before = await countSignatures();
    await through(pushed);
    await bring([one.entry(relayed)], one.deviceId);
    const after = await countSignatures();
    expect(after.verified - before.verified).toBe(2);
    expect(after.wrong).toBe(before.wrong);
    // The session answers for a push, so it is done; the log says that the key does not.
    await through({ ...forged, body: { residentId, away: false, reason: '' } });
    expect((await countSignatures()).wrong - before.wrong).toBe(1);
  });
});

/** As the command line counts them. */
async function countSignatures() {
  const db = openDatabase(server.databaseUrl, { maxConnections: 1 });
  try {
    const keys = await openKeyRing(join(server.dataFolder, 'keys')).of(secretary.areaId);
    return await inArea(db, secretary.areaId, keys, verifySignatures, { readOnly: true });
  } finally {
    await db.destroy();
  }
}

describe('a pull', () => {
  it('says until when it may be held, and the server remembers what the phone says of itself', async () => {
    const one = await author();
    const response = await one.client.post(`/api/areas/${secretary.areaId}/pull`, {
      protocol: 1,
      deviceId: one.deviceId,
      held: {},
      pending: 7,
      appVersion: '0.0.9',
      persisted: false,
    });
    const { now, holdUntil } = (await response.json()) as { now: number; holdUntil: number };
    expect((holdUntil - now) / 3_600_000).toBeCloseTo(24, 1);
    const { devices } = (await (await secretary.fetch('/api/q/devices/list')).json()) as {
      devices: { id: string }[];
    };
    expect(devices.find((device) => device.id === one.deviceId)).toMatchObject({
      pending: 7,
      appVersion: '0.0.9',
      persisted: false,
      platform: 'Android · Chrome 120',
    });
  });
});
