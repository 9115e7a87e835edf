import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { boxCode } from '#core/codes/contract.ts';
import { to } from '#groups/testing/phone/paths.ts';
import { LANGUAGES } from '#kernel/ui/language.ts';
import { launch, phone } from './support/browser.ts';
import { EveryScreen } from './support/every-screen.ts';
import { type RunningHouse, startHouse } from './support/house.ts';
import { LanePhone } from './support/lane.ts';
import { join, type Newcomer } from './support/people.ts';
import { type TestingArea, testingArea } from './support/testing-area.ts';

const ANNA: Newcomer = { name: '周安娜', phone: '19900010003', pin: '630284' };
const PATIENT = { timeout: 60_000 };

/** The screens around the sampling, as a volunteer of 65 has them in the hand: in both languages, full. */
describe('every testing screen of the phone', () => {
  let house: RunningHouse;
  let browser: Browser;
  let area: TestingArea;
  let lane: LanePhone;
  let page: Page;
  let ids: { roundId: string; laneId: string; siteId: string };

  beforeAll(async () => {
    house = await startHouse();
    browser = await launch();
    area = await testingArea(house, browser);
    const desk = area.secretary;
    await desk.goto(`${house.address}/console/testing`);
    await desk.getByText('第一轮').first().click();
    await desk.getByRole('button', { name: '叫号安排' }).click();
    await desk.getByText('最久等').waitFor(PATIENT);
    await desk.getByRole('button', { name: '就这样排' }).click();
    await desk.locator('.slot-row').first().waitFor(PATIENT);
    const screen = await desk.getByRole('link', { name: '大屏' }).first().getAttribute('href');
    const context = await phone(browser);
    page = await context.newPage();
    lane = new LanePhone(context, page, ANNA);
    await join(page, await area.invite(), ANNA);
    await area.onDuty(ANNA.name);
    await lane.fetchList();
    await fillABox();
    const [roundId = '', laneId = ''] = new URL(page.url()).pathname.split('/').slice(3);
    const siteId = screen?.split('/').at(-1) ?? '';
    ids = { roundId, laneId, siteId };
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await house?.stop();
  });

  const fillABox = async () => {
    await lane.goToFirst();
    await lane.scan(area.tubes[0] ?? '');
    await lane.flashes('新管');
    for (const [i, one] of area.residents.slice(0, 2).entries()) await lane.sample(one.code, i + 1);
    await lane.closeTube('没有人了');
    await page.getByRole('button', { name: '装箱' }).click();
    await page.getByRole('heading', { name: '装箱' }).waitFor(PATIENT);
    await lane.scan(boxCode(area.areaId, 12));
    await lane.holds(0);
    await lane.scan(area.tubes[0] ?? '');
    await lane.holds(1);
    await page.getByRole('button', { name: '封箱' }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByLabel('箱内温度（℃）').fill('6.5');
    await sheet.getByLabel('封签号').fill('F0087');
    await sheet.getByRole('button', { name: '封箱' }).click();
    await lane.flashes('已封箱');
    await lane.waitUntilSynced();
  };

  it.each(LANGUAGES)(
    'in %s',
    async (language) => {
      const screens = new EveryScreen(page, language);
      const visit = (name: string) => screens.visit(name);
      const row = () => page.locator('.phone-row button').first();
      const sheet = page.getByRole('dialog');
      const { roundId, laneId, siteId } = ids;
      await screens.speak();

      await screens.go(to.rounds());
      await row().waitFor(PATIENT);
      await visit('rounds');

      await screens.go(to.supplies(roundId, laneId));
      await page.locator('.phone-input').first().waitFor(PATIENT);
      await visit('supplies');

      await screens.go(to.missed(roundId));
      await row().waitFor(PATIENT);
      await visit('missed');
      await row().click();
      await sheet.waitFor(PATIENT);
      await visit('missed-call');
      await page.keyboard.press('Escape');

      await screens.go(to.calling(roundId, siteId));
      await page.locator('.phone-actions .big-button').first().waitFor(PATIENT);
      await visit('calling');

      await screens.go(to.doors(roundId));
      await page.locator('.phone-body .big-button').waitFor(PATIENT);
      await visit('doors-team');
      for (const group of await page.locator('.phone-body fieldset').all())
        await group.getByRole('radio').first().check({ force: true });
      await page.locator('.phone-body .big-button').click();
      await page.locator('.called').waitFor(PATIENT);
      await visit('doors');
      await page.locator('.phone-body > .side-button').click();

      await screens.go(to.packing(roundId, laneId));
      await page.locator('.scan').waitFor(PATIENT);
      await visit('packing');

      await screens.go(to.boxes(roundId));
      await row().waitFor(PATIENT);
      await visit('boxes');
      await row().click();
      await sheet.waitFor(PATIENT);
      await visit('boxes-count');
      await page.keyboard.press('Escape');

      await screens.go(to.giveBoxes(roundId));
      await page.getByRole('checkbox').first().check({ force: true });
      await visit('give');
      await page.locator('.phone-actions .big-plain').click();
      await sheet.waitFor(PATIENT);
      await visit('give-sign');
      await page.keyboard.press('Escape');

      await screens.go(to.takeBoxes(roundId));
      await page.locator('.scan').waitFor(PATIENT);
      await visit('take');
      expect(screens.wrong).toEqual([]);
    },
    300_000,
  );
});
