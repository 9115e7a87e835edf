import { join as joined } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { screens as consoleScreens } from '#apps/console/screens.ts';
import { screens as phoneScreens } from '#apps/phone/screens.ts';
import { openTestServer, type TestServer } from '#apps/server/testing-server.ts';
import { type Database, openDatabase } from '#kernel/db/pool.ts';
import { standOf } from '#kernel/db/testing/stand.ts';
import { areaOf } from './support/area.ts';
import { desk, launch, look, phone, picture } from './support/browser.ts';
import { LanePhone } from './support/lane.ts';
import { invite, join, type Newcomer } from './support/people.ts';
import { setUp } from './support/secretary.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const ANNA: Newcomer = { name: '周安娜', phone: '19900010003', pin: '630284' };

/**
 * Learning before the day: a volunteer practises on her phone, with the network and without, a leader starts practice
 * over, and the real area is as it was. Each step goes on from the one before.
 */
describe('practice', () => {
  let house: TestServer;
  let owner: Database;
  let browser: Browser;
  let secretaryDesk: BrowserContext;
  let secretary: Page;
  let lane: LanePhone;
  let anna: Page;
  let areaId: string;
  let before: Readonly<Record<string, number>>;

  const band = (page: Page) => page.locator('.practice-band');
  const strip = () => anna.getByRole('region', { name: '练习码：点一下等于扫一下' });
  const flashGone = () => anna.locator('.flash').waitFor({ state: 'detached' });
  const pressPerson = () => strip().getByRole('button', { name: /号/ }).first().click();

  beforeAll(async () => {
    house = await openTestServer(joined(ROOT, 'dist'));
    owner = openDatabase(house.databaseUrl, { role: 'owner', maxConnections: 1 });
    browser = await launch();
    secretaryDesk = await desk(browser);
    secretary = await secretaryDesk.newPage();
    const context = await phone(browser);
    anna = await context.newPage();
    lane = new LanePhone(context, anna, ANNA);
  });
  beforeEach(({ onTestFailed }) => {
    onTestFailed(() =>
      picture([
        ['failed-secretary', secretary],
        ['failed-anna', anna],
      ]),
    );
  });
  afterAll(async () => {
    await browser?.close();
    await owner?.destroy();
    await house?.close();
  });

  it('a fresh area has a volunteer, and nobody on its register yet', async () => {
    await setUp(secretary, house.setupLink);
    await join(anna, await invite(secretary, house.address, '志愿者', '核酸检测组'), ANNA);
    await anna.getByText('全部已同步').first().waitFor();
    areaId = await areaOf(secretary, house.address);
    before = await standOf(owner, areaId);
  });

  it('she goes into practice from her first page, and every screen says so', async () => {
    await anna.getByRole('button', { name: '去练习' }).click();
    await band(anna).getByText('练习', { exact: true }).waitFor();
    await anna.getByRole('heading', { name: '清源居民区（练习）' }).waitFor();
    await anna.getByText('做完 0 / 6 步').waitFor();
    await look(anna, 'practice-1-home');
  });

  it('is shown what to do, and does it with codes to press', async () => {
    await anna.getByRole('link', { name: /学采样/ }).click();
    await anna.getByText('扫一支试管的码').waitFor();
    await look(anna, 'practice-2-steps');
    await anna.getByRole('button', { name: '去 1号点 · 1台' }).click();
    await strip().getByRole('button', { name: /试管/ }).click();
    await pressPerson();
    await lane.holds(1);
    await pressPerson();
    await lane.holds(2);
    await flashGone();
    await look(anna, 'practice-3-lane');
    await anna.getByRole('button', { name: '撤回' }).click();
    await lane.holds(1);
    await lane.closeTube('没有人了');
    await lane.waitUntilSynced();
  });

  it('works on without a network, sees what waits, and sees it arrive', async () => {
    await lane.context.setOffline(true);
    await strip().getByRole('button', { name: /试管/ }).click();
    await pressPerson();
    await lane.holds(1);
    await anna
      .getByText(/1 条?待同步|待同步 1/)
      .first()
      .waitFor();
    await flashGone();
    await look(anna, 'practice-4-offline');
    await lane.context.setOffline(false);
    await lane.waitUntilSynced();
    await anna.getByRole('button', { name: '返回' }).click();
    await anna.getByRole('link', { name: '今天' }).click();
    await anna.getByText('做完 6 / 6 步').waitFor();
  });

  it('shows codes for another phone to scan', async () => {
    await anna.getByRole('link', { name: /学采样/ }).click();
    await anna.getByText(/都会了/).waitFor();
    await look(anna, 'practice-5-all-done');
    await anna.getByRole('button', { name: '给别的手机出示练习码' }).click();
    await anna.getByRole('img', { name: /试管/ }).waitFor();
    await look(anna, 'practice-6-codes');
  });

  it('says so on every screen of the phone, whatever comes later', async () => {
    const { bare, titles } = await walkAll(anna, '/phone', phoneScreens);
    expect(bare).toEqual([]);
    expect(titles.size).toBeGreaterThan(4);
    await walk(anna, '/phone/testing/practice');
  });

  it('a leader watches the same world at the desk and starts it over with one tap', async () => {
    await secretary.getByRole('button', { name: '去练习' }).click();
    await band(secretary).waitFor();
    await secretary.getByText('练习轮次').first().waitFor();
    await look(secretary, 'practice-7-desk');
    // With a count behind it where something is to be settled.
    await secretary
      .getByRole('link', { name: /^检测轮次/ })
      .first()
      .click();
    await secretary.getByText('练习轮次').first().click();
    await secretary.getByRole('heading', { name: '练习轮次' }).waitFor();
    await look(secretary, 'practice-8-board');
    const { bare, titles } = await walkAll(secretary, '/console', consoleScreens);
    expect(bare).toEqual([]);
    expect(titles.size).toBeGreaterThan(10);
    await walk(secretary, '/console/');
    const old = await currentArea(secretary);
    await secretary.getByRole('button', { name: '一键重来' }).click();
    await secretary.getByRole('button', { name: '清掉重来' }).click();
    await expect.poll(() => currentArea(secretary), { timeout: 20_000 }).not.toBe(old);
    await expect
      .poll(async () => (await standOf(owner, old))['people.resident'], { timeout: 20_000 })
      .toBe(0);
  });

  it('leaves the learner in the new world, from the first step', async () => {
    await anna.evaluate(() => window.dispatchEvent(new Event('focus')));
    await anna.getByText('做完 0 / 6 步').waitFor({ timeout: 90_000 });
    await band(anna).waitFor();
  });

  it('leads back to the real area, which is as it was', async () => {
    await anna.getByRole('button', { name: '离开练习' }).click();
    await anna.getByRole('heading', { name: '清源居民区', exact: true }).waitFor();
    expect(await band(anna).count()).toBe(0);
    await secretary.getByRole('button', { name: '离开练习' }).click();
    await secretary.getByRole('button', { name: '去练习' }).waitFor();
    expect(await band(secretary).count()).toBe(0);
    const { 'kernel.device': _, ...after } = await standOf(owner, areaId);
    const { 'kernel.device': __, ...standing } = before;
    expect(after).toEqual(standing);
  });
});

interface Walked {
  readonly path: string;
}

/** Goes to a path of the shell without loading the page anew. */
async function walk(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState({}, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, path);
}

/** @returns paths on which the band is not there or is covered by something, and the headings that were seen */
async function walkAll(page: Page, base: string, screens: readonly Walked[]) {
  const bare: string[] = [];
  const titles = new Set<string | null>();
  for (const { path } of screens) {
    await walk(page, base + path.replace(/\$\w+/g, '01890000-0000-7000-8000-000000000009'));
    await page.waitForFunction(
      () => document.querySelector('#root')?.textContent !== '' && !document.querySelector('.quiet-bars'),
    );
    const onTop = await page.evaluate(() => {
      const band = document.querySelector('.practice-band');
      const box = band?.getBoundingClientRect();
      if (!band || !box || box.height < 24 || !band.textContent?.includes('练习')) return false;
      return band.contains(document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2));
    });
    if (!onTop) bare.push(path);
    titles.add(await page.evaluate(() => document.querySelector('h1')?.textContent ?? null));
  }
  return { bare, titles };
}

/** The area the desk is in, as its session says. */
const currentArea = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const kept = localStorage.getItem('concerto.session') ?? localStorage.getItem('concerto.desk');
    return (JSON.parse(kept ?? '{}') as { areaId?: string }).areaId ?? '';
  });
