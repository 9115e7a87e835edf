import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { can } from '#kernel/access/access.ts';
import { ProblemError } from '#kernel/problem/problem.ts';
import { accountsProblems } from '../../contract/problems.ts';
import { Browser } from '../../testing/browser.ts';
import { type TestHouse, testHouse } from '../../testing/house.ts';

let house: TestHouse;
beforeEach(async () => {
  house = await testHouse();
});
afterEach(() => house.close());

const filled = (token: string | null, change: object = {}) => ({
  token: token ?? '',
  areaName: '清源居民区',
  name: '李书记',
  phone: '13900000001',
  pin: '482913',
  ...change,
});

describe('set-up', () => {
  it('makes the area and its secretary, once, with the printed token', async () => {
    const token = await house.accounts.setUpToken();
    const browser = new Browser(house);
    expect((await browser.get('/api/setup')).json).toEqual({ needed: true, demo: true });
    const done = await browser.post('/api/setup', filled(token));
    expect(done).toMatchObject({
      status: 200,
      json: { places: [{ areaName: '清源居民区', role: 'secretary' }] },
    });
    const { places } = (await browser.get('/api/session')).json as {
      places: { memberId: string; grants: { grant: string; from: number; until: null }[] }[];
    };
    const place = places[0];
    const actor = { id: place?.memberId ?? '', grants: place?.grants ?? [] };
    expect(can(house.registry.rules, actor, 'accounts:name-leader', house.clock.now())).toBe(true);
    expect((await browser.get('/api/setup')).json).toEqual({ needed: false, demo: true });
    expect(await house.accounts.setUpToken()).toBeNull();
    const again = await browser.post('/api/setup', filled(token, { phone: '13900000002' }));
    expect(again).toMatchObject({ status: 409, json: { code: 'accounts.set-up-done' } });
  });

  it('keeps the token in a file for its owner only and erases it when used', async () => {
    const token = await house.accounts.setUpToken();
    expect(await house.accounts.setUpToken()).toBe(token);
    const path = join(house.dataFolder, 'set-up-token');
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(await readFile(path, 'utf8')).toBe(token);
    expect((await stat(join(house.dataFolder, 'auth-secrets.json'))).mode & 0o777).toBe(0o600);
    await new Browser(house).post('/api/setup', filled(token));
    await expect(stat(path)).rejects.toThrow('ENOENT');
  });

  it('refuses a wrong token, an empty name and a weak PIN, and can be tried again', async () => {
    const token = await house.accounts.setUpToken();
    const browser = new Browser(house);
    expect((await browser.post('/api/setup', filled('guess'))).json).toMatchObject({
      code: 'accounts.wrong-set-up-token',
    });
    expect((await browser.post('/api/setup', filled(token, { areaName: '' }))).json).toMatchObject({
      code: 'accounts.bad-request',
      details: { field: 'areaName' },
    });
    expect((await browser.post('/api/setup', filled(token, { pin: '000001' }))).json).toMatchObject({
      code: 'accounts.weak-pin',
    });
    expect((await browser.get('/api/setup')).json).toEqual({ needed: true, demo: true });
    expect((await browser.post('/api/setup', filled(token))).status).toBe(200);
  });

  it('makes one area of two clicks', async () => {
    const token = await house.accounts.setUpToken();
    const answers = await Promise.all([1, 2].map(() => new Browser(house).post('/api/setup', filled(token))));
    expect(answers.map((a) => a.status).sort()).toEqual([200, 409]);
  });

  it('goes on where an interrupted try left an account without a place, with the PIN typed last', async () => {
    let failing = true;
    const flaky = await testHouse([], {
      beforeDemoArea: () => {
        if (failing) throw new ProblemError(accountsProblems.locked);
      },
    });
    try {
      const token = await flaky.accounts.setUpToken();
      const demo = filled(token, { demo: true, areaName: '' });
      expect((await new Browser(flaky).post('/api/setup', demo)).status).toBe(429);
      failing = false;
      const opened = await new Browser(flaky).post('/api/setup', { ...demo, pin: '739164' });
      expect(opened).toMatchObject({ status: 200, json: { places: [{ areaName: '演示居民区' }] } });
      const { phone } = demo;
      expect((await new Browser(flaky).post('/api/sign-in', { phone, pin: '482913' })).status).toBe(401);
      expect((await new Browser(flaky).post('/api/sign-in', { phone, pin: '739164' })).status).toBe(200);
    } finally {
      await flaky.close();
    }
  });
});
