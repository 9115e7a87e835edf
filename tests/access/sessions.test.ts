import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type Client,
  clientOf,
  openTestServer,
  setUpArea,
  showSecondFactor,
  type TestServer,
} from '#apps/server/testing-server.ts';
import { hashToken, mintToken } from '#core/accounts/contract/token.ts';
import { paths } from '#core/accounts/contract.ts';
import { EXPORT_PATH } from '#core/people/contract/export.ts';
import type { PushResponse } from '#kernel/sync/protocol.ts';
import { FixedClock } from '#kernel/time-id/clock.ts';

/** Sessions against the whole house; their single doors are tried in core/accounts/server/http. PINs are slow on purpose. */
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });
const PIN = '482913';
let server: TestServer;
let secretary: Client;
let phones = 0;

beforeAll(async () => {
  // Waits after wrong PINs are of this clock: a slow machine does not serve them.
  server = await openTestServer('no-web-build', { clock: new FixedClock(Date.now()) });
  secretary = await setUpArea(server);
});
afterAll(() => server.close());

const say = async (kind: string, body: object): Promise<void> => {
  const { answers } = (await (await secretary.push([secretary.envelope(kind, body)])).json()) as PushResponse;
  expect(answers.map(({ first, problems }) => [first, problems])).toEqual([['done', []]]);
};

const invite = async (): Promise<string> => {
  const token = mintToken(secretary.areaId);
  await say('accounts.invite', {
    ...{ invitationId: crypto.randomUUID(), tokenHash: await hashToken(token), role: 'command', group: null },
    ...{ name: null, expiresAt: Date.now() + 3_600_000 },
  });
  return token;
};

interface Newcomer {
  readonly phone: string;
  readonly memberId: string;
}

const newcomer = (): Newcomer => {
  phones += 1;
  return { phone: `1990001${String(phones).padStart(4, '0')}`, memberId: crypto.randomUUID() };
};

const join = (token: string, { phone, memberId }: Newcomer): Promise<Response> =>
  fetch(`${server.address}${paths.join(token)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ memberId, name: '陈联络', phone, pin: PIN }),
  });

const signIn = (phone: string, cookie = ''): Promise<Response> =>
  fetch(`${server.address}${paths.signIn}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({ phone, pin: PIN }),
  });

const codeOf = async (response: Response): Promise<string> =>
  ((await response.json()) as { readonly code: string }).code;
const isIn = async (client: Client): Promise<boolean> => (await client.fetch(paths.session)).ok;

describe('a stolen session cookie', () => {
  let owner: Client;
  let who: Newcomer;
  /** The same cookie from another browser; no address and no browser is bound to it. */
  let thief: { readonly headers: Record<string, string> };
  beforeEach(async () => {
    who = newcomer();
    const joined = await join(await invite(), who);
    const cookie = joined.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ');
    owner = await clientOf(server.address, joined);
    const session = cookie.split('; ').find((one) => one.includes('session_token')) ?? '';
    const from = { 'user-agent': 'thief/1.0', 'x-forwarded-for': '203.0.113.9' };
    thief = { headers: { cookie: session, 'x-concerto-area': owner.areaId, ...from } };
  });
  const asThief = (path: string, body?: object): Promise<Response> =>
    fetch(`${server.address}${path}`, {
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
      headers: { ...thief.headers, ...(body && { 'content-type': 'application/json' }) },
    });

  it('opens what its owner sees, but takes nothing out and changes no way in without the PIN', async () => {
    expect((await asThief(paths.session)).status).toBe(200);
    expect(await codeOf(await asThief(EXPORT_PATH))).toBe('accounts.needs-second-factor');
    const wrong = { oldPin: '739164', pin: '915382' };
    expect((await asThief(paths.changePin, wrong)).status).toBe(401);
    expect((await asThief(paths.beginSecondFactor, { pin: '739164' })).status).toBe(401);
  });

  it('shares the ten minutes after its owner showed the second factor, and gets no session of its own without it', async () => {
    await showSecondFactor(owner, PIN);
    const later = await asThief(EXPORT_PATH);
    // Shown a moment ago in this very session: for ten minutes cookie and owner are the same to the server.
    expect(later.status).toBe(200);
    await later.arrayBuffer();
    const second = await signIn(who.phone);
    expect(await codeOf(second)).toBe('accounts.needs-code');
  });

  it('is over at once for both when its owner signs out', async () => {
    await owner.post(paths.signOut, {});
    expect((await asThief(paths.session)).status).toBe(401);
  });

  it('is over when the owner ends all others from another session, and when the PIN is changed', async () => {
    const elsewhere = await clientOf(server.address, await signIn(who.phone));
    await elsewhere.post(paths.endOtherSessions, {});
    expect((await asThief(paths.session)).status).toBe(401);
    const third = await clientOf(server.address, await signIn(who.phone));
    expect((await elsewhere.post(paths.changePin, { oldPin: PIN, pin: '915382' })).status).toBe(200);
    expect([await isIn(elsewhere), await isIn(third)]).toEqual([true, false]);
  });

  it('is over for every door at once when its owner leaves the area', async () => {
    await say('accounts.end-member', { memberId: owner.memberId, reason: '' });
    const doors = [
      await asThief('/api/q/accounts/people'),
      await asThief(EXPORT_PATH),
      await asThief(`/api/areas/${owner.areaId}/pull`, {}),
      await asThief(`/api/areas/${owner.areaId}/push`, {}),
      await asThief(`/api/areas/${owner.areaId}/live`),
    ];
    expect(doors.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403]);
  });
});

describe('a session that was ended', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }));
  afterEach(() => void vi.useRealTimers());

  it('hears no more of the area after the next beat, though its stream stood open', async () => {
    const who = newcomer();
    const owner = await clientOf(server.address, await join(await invite(), who));
    const stream = await owner.fetch(`/api/areas/${owner.areaId}/live`);
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader?.read())?.value).toBe(': open\n\n');
    await vi.advanceTimersByTimeAsync(25_000);
    const before = await reader?.read();
    expect(before?.value).toBe(': beat\n\n');
    await owner.post(paths.signOut, {});
    await vi.advanceTimersByTimeAsync(25_000);
    let heard = await reader?.read();
    while (heard && !heard.done) heard = await reader?.read();
    expect(heard?.done).toBe(true);
  });
});

describe('a session that somebody else chose', () => {
  it('is never taken up: who signs in with a planted cookie gets a fresh one, and the planted one is out', async () => {
    const [victim, attacker] = [newcomer(), newcomer()];
    await (await join(await invite(), victim)).text();
    const planted = await clientOf(server.address, await join(await invite(), attacker));
    const cookie = await cookieOf(attacker);
    const victimIn = await signIn(victim.phone, cookie);
    const fresh = String(victimIn.headers.getSetCookie());
    expect(victimIn.status).toBe(200);
    expect(fresh).toContain('session_token=');
    expect(fresh).not.toContain(cookie.split('session_token=')[1]?.slice(0, 30));
    const asked = await fetch(`${server.address}${paths.session}`, { headers: { cookie } });
    expect(asked.status).toBe(401);
    expect(await isIn(planted)).toBe(true);
  });

  const cookieOf = async ({ phone }: Newcomer): Promise<string> =>
    (await signIn(phone)).headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ');
});

describe('an invitation', () => {
  it('lets in one of many who hold it at the same moment, and nobody after', async () => {
    const token = await invite();
    const answers = await Promise.all(Array.from({ length: 5 }, () => join(token, newcomer())));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409]);
    expect((await join(token, newcomer())).status).toBe(409);
  });
});

describe('guessing at everybody from one address', () => {
  it('shuts out no member behind the same address who has not been guessed at', async () => {
    const [target, neighbour] = [newcomer(), newcomer()];
    for (const one of [target, neighbour]) await (await join(await invite(), one)).text();
    const guess = () =>
      fetch(`${server.address}${paths.signIn}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ phone: target.phone, pin: '739164' }),
      });
    const statuses: number[] = [];
    for (let i = 0; i < 7; i++) statuses.push((await guess()).status);
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429]);
    expect((await signIn(neighbour.phone)).status).toBe(200);
  });
});
