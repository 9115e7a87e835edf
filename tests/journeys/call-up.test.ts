import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launch, look, phone, picture } from './support/browser.ts';
import { type RunningHouse, startHouse } from './support/house.ts';
import { LanePhone } from './support/lane.ts';
import { join, type Newcomer } from './support/people.ts';
import { type TestingArea, testingArea } from './support/testing-area.ts';

const CALLER: Newcomer = { name: '周安娜', phone: '19900010003', pin: '630284' };
const WALKER: Newcomer = { name: '吴波', phone: '19900010004', pin: '915736' };
const PATIENT = { timeout: 60_000 };

/** Slots planned at the desk, called by a phone without a network, shown on the site's screen; doors walked offline. */
describe('a call-up', () => {
  let house: RunningHouse;
  let browser: Browser;
  let area: TestingArea;
  let desk: Page;
  let screen: Page;
  let caller: LanePhone;
  let walker: LanePhone;

  const newPhone = async (who: Newcomer): Promise<LanePhone> => {
    const context: BrowserContext = await phone(browser);
    const page = await context.newPage();
    await join(page, await area.invite(), who);
    await area.onDuty(who.name);
    const lane = new LanePhone(context, page, who);
    await lane.fetchList();
    return lane;
  };

  beforeAll(async () => {
    house = await startHouse();
    browser = await launch();
    area = await testingArea(house, browser);
    desk = area.secretary;
    caller = await newPhone(CALLER);
    walker = await newPhone(WALKER);
  }, 300_000);
  beforeEach(({ onTestFailed }) => {
    onTestFailed(() =>
      picture([
        ['call-up-desk', desk],
        ['call-up-caller', caller.page],
        ['call-up-walker', walker.page],
        ...(screen ? ([['call-up-screen', screen]] as const) : []),
      ]),
    );
  });
  afterAll(async () => {
    await browser?.close();
    await house?.stop();
  });

  const rows = () => desk.locator('.slot-row');
  const firstPlaces = async (count: number) =>
    (await desk.locator('.slot-place').allTextContents()).slice(0, count);

  it('is planned at the desk: slots by floor, doors apart, and how long people would wait', async () => {
    await desk.goto(`${house.address}/console/testing`);
    await desk.getByText('第一轮').first().click();
    await desk.getByRole('button', { name: '叫号安排' }).click();
    await desk.getByText('最久等').waitFor(PATIENT);
    await look(desk, 'call-up-1-plan');
    await desk.getByRole('button', { name: '就这样排' }).click();
    await rows().first().waitFor(PATIENT);
    await look(desk, 'call-up-2-standing');
    expect(await rows().count()).toBeGreaterThan(5);
  });

  it('has a text for each building’s chat group, and nobody’s name in it', async () => {
    const text = await desk.getByRole('textbox', { name: '发到楼群的话' }).inputValue();
    expect(text).toContain('【核酸采样】第一轮');
    expect(text).toMatch(/\d\d:\d\d .*层/);
    expect(text).not.toMatch(/\*|[0-9a-f]{8}-/);
    for (const { name } of area.residents) expect(text).not.toContain(name);
    await desk.getByRole('button', { name: '复制' }).click();
    expect(await desk.evaluate(() => navigator.clipboard.readText())).toBe(text);
  });

  it('is changed with the keyboard: what waiting becomes is seen before it is sent', async () => {
    const [first, second] = await firstPlaces(2);
    await rows().first().getByRole('button').focus();
    await desk.keyboard.press('Alt+ArrowDown');
    await desk.getByText('改动还没有保存').waitFor();
    await look(desk, 'call-up-3-changing');
    await desk.getByRole('button', { name: '就这样改' }).click();
    await desk.getByText('改动还没有保存').waitFor({ state: 'hidden' });
    await expect.poll(() => firstPlaces(2), PATIENT).toEqual([second, first]);
    await rows().nth(3).getByRole('button').click();
    await desk.getByRole('button', { name: '这批和后面都推迟 5 分钟' }).click();
    await desk.getByText('改动还没有保存').waitFor();
    await look(desk, 'call-up-4-drawer');
    await desk.getByRole('button', { name: '不改了' }).click();
    await desk.keyboard.press('Escape');
  });

  it('stands on the site’s screen, without a name', async () => {
    screen = await desk.context().newPage();
    await screen.setViewportSize({ width: 1920, height: 1080 });
    const [link] = await desk.getByRole('link', { name: '大屏' }).all();
    await screen.goto(`${house.address}${await link?.getAttribute('href')}`);
    await screen.getByText('请准备').waitFor(PATIENT);
    await look(screen, 'call-up-5-screen');
    expect(await screen.locator('.big-screen').textContent()).not.toContain('*');
  });

  it('is called by a phone without a network: pending there, and on no screen', async () => {
    const { page, context } = caller;
    await page.getByRole('link', { name: /去采样/ }).click();
    await page.getByRole('button', { name: /^叫号 · 1号点/ }).click();
    await page.getByRole('button', { name: /^叫号 / }).waitFor(PATIENT);
    await look(page, 'call-up-6-caller');
    await context.setOffline(true);
    const button = page.getByRole('button', { name: /^叫号 / });
    const box = await button.boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(72);
    await button.click();
    await page.getByText('正在叫').waitFor();
    await page.locator('.called').getByText('待同步').waitFor();
    await page.locator('.flash').waitFor({ state: 'hidden' });
    await look(page, 'call-up-7-called-offline');
    expect(await screen.locator('.big-screen-now').textContent()).toContain('还没开始叫号');
  });

  it('survives a reload offline, and is on every screen once the phone has a network', async () => {
    await caller.reload();
    await caller.page.locator('.called').getByText('待同步').waitFor(PATIENT);
    const place = (await caller.page.locator('.called strong').first().textContent()) ?? '';
    await caller.context.setOffline(false);
    await caller.page.locator('.called').getByText(/叫号$/).waitFor(PATIENT);
    await expect.poll(() => screen.locator('.big-screen-now').textContent(), PATIENT).toContain(place);
    await look(screen, 'call-up-8-screen-called');
    await desk.locator('.slot-row', { hasText: '已叫' }).first().waitFor(PATIENT);
  });

  it('says on the big screen when it has lost its line', async () => {
    await screen.context().setOffline(true);
    await screen.getByText('连接断了').waitFor({ timeout: 60_000 });
    await look(screen, 'call-up-9-screen-lost');
    await screen.context().setOffline(false);
    await screen.getByText('连接断了').waitFor({ state: 'hidden', timeout: 60_000 });
  });

  it('takes a team from door to door offline: sampled on the same screen, or nobody there', async () => {
    const { page, context } = walker;
    await page.getByRole('link', { name: /去采样/ }).click();
    await page.getByRole('button', { name: /^上门采样/ }).click();
    await page.getByRole('radio', { name: /1号点/ }).first().check({ force: true });
    await page.getByRole('button', { name: '开始上门' }).click();
    await page.getByText('现在这一户').waitFor(PATIENT);
    await context.setOffline(true);
    await look(page, 'call-up-10-doors');
    await page.locator('.door-person').getByRole('button', { name: '采样' }).first().click();
    await page.getByRole('button', { name: '回上门名单' }).waitFor();
    await walker.scan(area.tubes[0] ?? '');
    await walker.flashes('新管');
    await page.locator('.flash').waitFor({ state: 'hidden' });
    await look(page, 'call-up-11-at-door');
    await page.locator('.called').getByRole('button', { name: /^采样/ }).first().click();
    await walker.holds(1);
    await page.getByRole('button', { name: '回上门名单' }).click();
    await page.getByText('现在这一户').waitFor();
    await page.getByRole('button', { name: '没人应门' }).click();
    await walker.flashes('没人应门');
    await walker.reload();
    await page.getByText('没人应门').first().waitFor(PATIENT);
    await look(page, 'call-up-12-doors-visited');
  });

  it('and the desk sees the doors once the phone has a network', async () => {
    await walker.context.setOffline(false);
    await desk.locator('.ant-table-row', { hasText: '没人应门' }).first().waitFor(PATIENT);
    await look(desk, 'call-up-13-doors-at-desk');
  });
});
