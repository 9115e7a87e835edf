import { sql } from 'kysely';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { join } from '#apps/server/relay-story.ts';
import {
  type Client,
  openTestServer,
  setUpArea,
  showSecondFactor,
  type TestServer,
} from '#apps/server/testing-server.ts';
import { closingPaths, type Ordered, type Progress, TOKEN_HEADER } from '#core/closing/contract.ts';
import { type Entered, practicePaths } from '#core/practice/contract.ts';
import { type Database, openDatabase } from '#kernel/db/pool.ts';
import { standOf } from '#kernel/db/testing/stand.ts';
import { FixedClock } from '#kernel/time-id/clock.ts';

const ORDER = { areaName: '清源居民区', rule: '街道通知', responsible: '王书记', witness: '李主任' };
const MINUTE = 60_000;

let server: TestServer;
afterEach(() => server.close());

/** A house with its secretary, who has shown a second factor unless told otherwise. */
async function house({ graceMs = MINUTE, shown = true } = {}) {
  const clock = new FixedClock(Date.now());
  server = await openTestServer('no-web-build', {
    clock,
    closing: { freshen: null, backups: null, graceMs },
  });
  const secretary = await setUpArea(server);
  if (shown) await showSecondFactor(secretary);
  return { clock, secretary };
}

const order = (who: Client, body: object = ORDER) => who.post(closingPaths.order(who.areaId), body);
const stop = (who: Client) => who.post(closingPaths.stop(who.areaId), {});
const ordered = async (who: Client): Promise<Ordered> => {
  const answer = await order(who);
  expect(answer.status).toBe(200);
  return (await answer.json()) as Ordered;
};
const refusal = async (answer: Promise<Response>) => {
  const response = await answer;
  const { code, details } = (await response.json()) as { code: string; details: object };
  return { status: response.status, code, details };
};
/** As a page without a session looks. */
const look = ({ closingId, token }: Pick<Ordered, 'closingId' | 'token'>) =>
  fetch(`${server.address}${closingPaths.progress(closingId)}`, { headers: { [TOKEN_HEADER]: token } });
const stageOf = async (which: Ordered) => ((await (await look(which)).json()) as Progress).stage;

async function asOwner<T>(work: (owner: Database) => Promise<T>): Promise<T> {
  const owner = openDatabase(server.databaseUrl, { role: 'owner', maxConnections: 1 });
  try {
    return await work(owner);
  } finally {
    await owner.destroy();
  }
}
/** How many closings were ever ordered. */
const orders = ({ areaId }: Client) =>
  asOwner(async (owner) => (await standOf(owner, areaId))['closing.closing'] ?? 0);
/** Does something while a destruction that has begun comes no further than the register. */
const whileRegisterIsHeld = <T>(work: () => Promise<T>): Promise<T> =>
  asOwner((owner) =>
    owner.transaction().execute(async (trx) => {
      await sql`lock table people.resident in access exclusive mode`.execute(trx);
      return work();
    }),
  );

describe('ordering a closing', () => {
  it('is for the secretary alone, and leaves no trace when somebody else tries', async () => {
    const { secretary } = await house();
    const leader = await join(server, secretary, 'leader');
    const refused = { status: 403, code: 'command.not-allowed', details: { action: 'closing:order' } };
    expect(await refusal(order(leader))).toEqual(refused);
    expect(await refusal(stop(leader))).toEqual(refused);
    const nobody = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' };
    const path = `${server.address}${closingPaths.order(secretary.areaId)}`;
    expect((await refusal(fetch(path, nobody))).code).toBe('accounts.no-session');
    expect(await orders(secretary)).toBe(0);
  });

  it('is refused in an area where the secretary has no place', async () => {
    const { secretary } = await house();
    const elsewhere = secretary.at(crypto.randomUUID(), secretary.memberId);
    expect(await refusal(order(elsewhere))).toMatchObject({ status: 403, code: 'accounts.no-place' });
    expect(await refusal(stop(elsewhere))).toMatchObject({ status: 403, code: 'accounts.no-place' });
  });

  it('wants a second factor, shown within ten minutes', async () => {
    const { clock, secretary } = await house({ shown: false });
    expect(await refusal(order(secretary))).toMatchObject({
      status: 403,
      code: 'accounts.needs-second-factor',
    });
    await showSecondFactor(secretary);
    clock.advance(11 * MINUTE);
    expect(await refusal(order(secretary))).toMatchObject({ status: 403, code: 'accounts.step-up' });
    expect(await orders(secretary)).toBe(0);
  });

  it('names the field that is missing, and takes no other name than the area’s', async () => {
    const { secretary } = await house();
    for (const field of ['areaName', 'rule', 'responsible', 'witness']) {
      expect(await refusal(order(secretary, { ...ORDER, [field]: ' ' })), field).toEqual({
        status: 400,
        code: 'closing.bad-request',
        details: { field },
      });
    }
    expect((await refusal(order(secretary, { ...ORDER, now: true }))).status).toBe(400);
    expect(await refusal(order(secretary, { ...ORDER, areaName: '清源' }))).toMatchObject({
      status: 422,
      code: 'closing.other-name',
    });
  });

  it('is no matter of practice, which is started over', async () => {
    const { secretary } = await house();
    const entered = await secretary.post(practicePaths.enter(secretary.areaId), {});
    const { areaId, memberId } = (await entered.json()) as Entered;
    expect(await refusal(order(secretary.at(areaId, memberId)))).toMatchObject({
      status: 409,
      code: 'closing.practice',
    });
  });
});

describe('a closing that waits', () => {
  it('is watched by who holds its token, and stopped by the secretary, once', async () => {
    const { secretary } = await house();
    const first = await ordered(secretary);
    expect(await refusal(order(secretary))).toMatchObject({ status: 409, code: 'closing.under-way' });
    const seen = await look(first);
    expect(seen.headers.get('cache-control')).toBe('no-store');
    expect(await seen.json()).toMatchObject({ stage: 'waiting', areaName: ORDER.areaName });
    expect((await look({ ...first, token: '' })).status).toBe(404);
    expect((await look({ ...first, token: `${first.token}x` })).status).toBe(404);
    expect((await look({ ...first, closingId: crypto.randomUUID() })).status).toBe(404);

    expect((await stop(secretary)).status).toBe(204);
    expect(await (await look(first)).json()).toMatchObject({ stage: 'stopped', because: 'asked' });
    expect(await refusal(stop(secretary))).toMatchObject({ status: 409, code: 'closing.not-to-be-stopped' });
    expect((await secretary.pull()).status).toBe(200);
    expect(server.logged.join('')).not.toContain(first.token);
  });

  it('is stopped no more once it has begun, though nothing is destroyed yet', async () => {
    const { secretary } = await house({ graceMs: 0 });
    const which = await whileRegisterIsHeld(async () => {
      const begun = await ordered(secretary);
      const late = { status: 409, code: 'closing.not-to-be-stopped' };
      expect(await refusal(stop(secretary))).toMatchObject(late);
      expect(await stageOf(begun)).toBe('waiting');
      return begun;
    });
    await vi.waitFor(async () => expect(await stageOf(which)).toBe('done'), 60_000);
  });
});

it('a closing that is done answers 410 in its area, ends its sessions and shows its certificate to the token', async () => {
  const { secretary } = await house({ graceMs: 0 });
  const { areaId } = secretary;
  const standing = () => fetch(`${server.address}${closingPaths.standing(areaId)}`);
  expect(await (await standing()).json()).toEqual({ open: true });
  const which = await ordered(secretary);
  const certificate = (token: string, language = 'zh-CN') =>
    fetch(`${server.address}${closingPaths.certificate(which.closingId, token, language)}`);
  await vi.waitFor(async () => expect(await stageOf(which)).toBe('done'), 60_000);

  const gone = { status: 410, code: 'command.area-closed' };
  await vi.waitFor(async () => expect(await refusal(standing())).toMatchObject(gone), 10_000);
  for (const answer of [secretary.pull(), order(secretary), stop(secretary)]) {
    expect(await refusal(answer)).toMatchObject(gone);
  }
  expect((await secretary.at('', '').fetch('/api/session')).status).toBe(401);

  const page = await certificate(which.token);
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(await page.text()).toContain('清源居民区 应急终止个人信息销毁证明');
  expect(await (await certificate(which.token, 'en')).text()).toContain('lang="en"');
  expect((await certificate(`${which.token}x`)).status).toBe(404);
  expect(server.logged.join('')).not.toContain(which.token);
});
