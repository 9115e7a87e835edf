import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { desk, launch, look, phone, picture } from './support/browser.ts';
import { type RunningHouse, startHouse } from './support/house.ts';
import { LanePhone } from './support/lane.ts';
import { join, type Newcomer } from './support/people.ts';
import { setUp } from './support/secretary.ts';

const ANNA: Newcomer = { name: '周安娜', phone: '19900010003', pin: '630284' };

/**
 * From `npm start` to a volunteer's first practice scan, by somebody who has never seen it: every step presses what
 * the screen before has just said. Each goes on from the one before.
 */
describe('the first ten minutes', () => {
  let house: RunningHouse;
  let browser: Browser;
  let page: Page;
  let anna: Page;
  let lane: LanePhone;
  let invitation: string;
  let begun: number;

  const steps = () => page.getByRole('list').filter({ hasText: '请志愿者进来' });

  beforeAll(async () => {
    begun = Date.now();
    house = await startHouse();
    browser = await launch();
    page = await (await desk(browser)).newPage();
    const context = await phone(browser);
    anna = await context.newPage();
    lane = new LanePhone(context, anna, ANNA);
  });
  beforeEach(({ onTestFailed }) => {
    onTestFailed(() =>
      picture([
        ['failed-desk', page],
        ['failed-phone', anna],
      ]),
    );
  });
  afterAll(async () => {
    await browser.close();
    await house.stop();
  });

  it('the start prints a link; the page asks for a name, a phone and a PIN', async () => {
    await page.goto(house.setUpLink ?? '');
    await page.getByText('建好居民区和书记账号，就能导入居民册、请志愿者进来').waitFor();
    await setUp(page, house.setUpLink);
  });

  it('the first page says what to do next, in order', async () => {
    await page.getByRole('heading', { name: '第一次用？照着往下做' }).waitFor();
    expect(await steps().getByRole('listitem').count()).toBe(5);
    await look(page, 'first-run-1-steps');
  });

  it('“让手机连上” shows a code for the phone to scan', async () => {
    await steps().getByRole('link', { name: '让手机连上这台电脑' }).click();
    await page.getByRole('heading', { name: '让手机连上' }).waitFor();
    await look(page, 'first-run-2-connect');
    await page.getByRole('link', { name: '总谱' }).click();
  });

  it('“请志愿者进来” leads to the invitation, as its words say', async () => {
    await steps().getByRole('link', { name: '请志愿者进来' }).click();
    await page.getByRole('button', { name: '邀请志愿者' }).click();
    await page.getByRole('button', { name: '生成邀请' }).click();
    await page.getByRole('img', { name: '邀请二维码' }).waitFor();
    await look(page, 'first-run-3-invitation');
    await page.getByRole('button', { name: '复制链接' }).click();
    invitation = await page.evaluate(() => navigator.clipboard.readText());
  });

  it('the volunteer scans it, says who she is and sets a PIN', async () => {
    await join(anna, invitation, ANNA);
    await look(anna, 'first-run-4-phone');
  });

  it('her first page says “去练习”; there the steps say what to scan', async () => {
    await anna.getByRole('button', { name: '去练习' }).click();
    await anna.locator('.practice-band').getByText('练习', { exact: true }).waitFor();
    await anna.getByRole('link', { name: /学采样/ }).click();
    await anna.getByText('扫一支试管的码').waitFor();
    await anna.getByRole('button', { name: '去 1号点 · 1台' }).click();
  });

  it('she scans a tube and a person: the first practice scan', async () => {
    const codes = anna.getByRole('region', { name: '练习码：点一下等于扫一下' });
    await codes.getByRole('button', { name: /试管/ }).click();
    await codes.getByRole('button', { name: /号/ }).first().click();
    await lane.holds(1);
    await look(anna, 'first-run-5-scan');
    process.stdout.write(
      `from start to the first practice scan: ${Math.round((Date.now() - begun) / 1000)} s\n`,
    );
  });

  it('the desk sees that phones connect and that somebody has come in', async () => {
    await page.getByRole('link', { name: '总谱' }).click();
    await expect.poll(() => steps().getByText('已完成').count(), { timeout: 20_000 }).toBe(2);
  });
});
