import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { memberOf, rowsOf } from './support/area-state.ts';
import { launch, look, phone, picture } from './support/browser.ts';
import { type RunningHouse, startHouse } from './support/house.ts';
import { LanePhone } from './support/lane.ts';
import { join, type Newcomer, typePin } from './support/people.ts';
import { type TestingArea, testingArea } from './support/testing-area.ts';

const ANNA: Newcomer = { name: '周安娜', phone: '19900010003', pin: '630284' };
const BO: Newcomer = { name: '吴波', phone: '19900010004', pin: '915736' };
const CHEN: Newcomer = { name: '陈晨', phone: '19900010005', pin: '274096' };

/**
 * One borrowed phone, three volunteers, a day without a network. Each takes it over from the one before, opens it
 * with the own PIN, sees the own work only; in the end everything arrives under the right name.
 */
describe('a shared phone', () => {
  let house: RunningHouse;
  let browser: Browser;
  let area: TestingArea;
  let context: BrowserContext;
  let page: Page;
  const members = new Map<string, string>();

  beforeAll(async () => {
    house = await startHouse();
    browser = await launch();
    area = await testingArea(house, browser);
    context = await phone(browser);
    page = await context.newPage();
  }, 300_000);
  beforeEach(({ onTestFailed }) => {
    onTestFailed(() => picture([['shared-phone', page]]));
  });
  afterAll(async () => {
    await browser?.close();
    await house?.stop();
  });

  const lane = (who: Newcomer) => new LanePhone(context, page, who);
  /** Hands the phone to somebody, from whatever page it shows. */
  const handTo = async (who: Newcomer) => {
    await page.goto(`${house.address}/phone/me`);
    const pad = page.getByRole('group', { name: /请输密码/ });
    await pad
      .or(page.getByRole('button', { name: '换人' }))
      .first()
      .waitFor();
    await page.getByRole('button', { name: '换人' }).click();
    await page.getByRole('button', { name: new RegExp(`^${who.name.charAt(0)}\\*\\*`) }).click();
    await pad.waitFor();
    await typePin(page, who.pin);
    await page.getByText(`${who.name}，您好`).waitFor();
  };
  /** The first tube of a shift, with people from the list. */
  const sample = async (who: Newcomer, tube: number, from: number, count: number) => {
    await lane(who).goToFirst();
    await lane(who).scan(area.tubes[tube] ?? '');
    await lane(who).flashes('新管');
    for (let i = 0; i < count; i++) await lane(who).sample(area.residents[from + i]?.code ?? '', i + 1);
  };

  it('is signed in on by three in the morning, while there is a network', async () => {
    for (const who of [ANNA, BO, CHEN]) {
      await join(page, await area.invite(), who);
      members.set(await memberOf(page, house.address, area.areaId), who.name);
      await area.onDuty(who.name);
      await lane(who).fetchList();
    }
    expect(members.size).toBe(3);
  });

  it('shows masked names to whoever takes it', async () => {
    await context.setOffline(true);
    await page.goto(`${house.address}/phone/me`);
    await page.getByRole('button', { name: '换人' }).click();
    await page.getByRole('heading', { name: '谁来用这台手机' }).waitFor();
    const shown = (await page.locator('body').textContent()) ?? '';
    for (const mask of ['周**', '吴**', '陈**']) expect(shown).toContain(mask);
    for (const { name } of [ANNA, BO, CHEN]) expect(shown).not.toContain(name);
    await look(page, 'shared-phone-people');
  });

  it('passes from hand to hand without a network; nobody sees the work of another', async () => {
    await handTo(ANNA);
    await sample(ANNA, 0, 0, 3);
    await handTo(BO);
    await page.getByRole('link', { name: /去采样/ }).waitFor();
    await sample(BO, 1, 3, 2);
    await page.goto(`${house.address}/phone/outbox`);
    await typePin(page, BO.pin);
    await page.getByText(/别人还有 \d+ 条/).waitFor();
    await look(page, 'shared-phone-outbox');
    await handTo(CHEN);
    await sample(CHEN, 2, 5, 1);
    await handTo(ANNA);
    await lane(ANNA).goToFirst();
    await lane(ANNA).holds(3);
  });

  it('delivers everything as soon as there is a network, locked, whoever had it last', async () => {
    await page.goto(`${house.address}/phone/me`);
    await page.getByRole('group', { name: /请输密码/ }).waitFor();
    await context.setOffline(false);
    const counts = async () => {
      const samples = await rowsOf(area.secretary, house.address, area.areaId, 'testing.sample');
      const byName: Record<string, number> = {};
      for (const { by } of samples) {
        const name = members.get(String(by)) ?? 'a stranger';
        byName[name] = (byName[name] ?? 0) + 1;
      }
      return byName;
    };
    await expect.poll(counts, { timeout: 60_000, interval: 2_000 }).toEqual({
      [ANNA.name]: 3,
      [BO.name]: 2,
      [CHEN.name]: 1,
    });
  });

  it('shows each that the own work has arrived, once there is a session again', async () => {
    for (const who of [BO, CHEN]) {
      await handTo(who);
      await lane(who).waitUntilSynced();
    }
  });
});
