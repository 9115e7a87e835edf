import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { command, memberOf, rowsOf } from './support/area-state.ts';
import { launch, look, phone, picture } from './support/browser.ts';
import { type RunningHouse, startHouse } from './support/house.ts';
import { LanePhone } from './support/lane.ts';
import { join, type Newcomer, typePin, unlock } from './support/people.ts';
import { scanScreen } from './support/scan-screen.ts';
import { type TestingArea, testingArea } from './support/testing-area.ts';

const ANNA: Newcomer = { name: '周安娜', phone: '19900010003', pin: '630284' };
const BO: Newcomer = { name: '吴波', phone: '19900010004', pin: '915736' };

/** What goes wrong with phones in a pocket: each has a plain answer, and no record is lost by any of it. */
describe('a phone in trouble', () => {
  let house: RunningHouse;
  let browser: Browser;
  let area: TestingArea;
  let context: BrowserContext;
  let page: Page;
  let lane: LanePhone;

  beforeAll(async () => {
    house = await startHouse();
    browser = await launch();
    area = await testingArea(house, browser);
    context = await phone(browser);
    page = await context.newPage();
    for (const who of [BO, ANNA]) {
      await join(page, await area.invite(), who);
      await area.onDuty(who.name);
    }
    lane = new LanePhone(context, page, ANNA);
    await lane.fetchList();
    await lane.goToFirst();
    await lane.scan(area.tubes[0] ?? '');
    await lane.flashes('新管');
  }, 300_000);
  beforeEach(({ onTestFailed }) => {
    onTestFailed(() =>
      picture([
        ['phone-trouble', page],
        ['phone-trouble-desk', area.secretary],
      ]),
    );
  });
  afterAll(async () => {
    await browser?.close();
    await house?.stop();
  });

  const arrived = async () =>
    (await rowsOf(area.secretary, house.address, area.areaId, 'testing.sample')).length;
  const person = (n: number) => area.residents[n]?.code ?? '';

  it('opened in a second tab asks for the PIN there, and both work', async () => {
    await lane.sample(person(0), 1);
    const tab = await context.newPage();
    await tab.goto(page.url());
    await unlock(tab, ANNA);
    await new LanePhone(context, tab, ANNA).holds(1);
    await lane.sample(person(1), 2);
    await new LanePhone(context, tab, ANNA).holds(2);
    await tab.close();
  });

  it('opened by another person in a second tab locks the first', async () => {
    const tab = await context.newPage();
    await tab.goto(`${house.address}/phone/`);
    await tab.getByRole('button', { name: '换人' }).click();
    await tab.getByRole('button', { name: /^吴\*\*/ }).click();
    await typePin(tab, BO.pin);
    await tab.getByText(`${BO.name}，您好`).waitFor();
    await page
      .getByText(/请输密码|谁来用这台手机/)
      .first()
      .waitFor();
    await tab.close();
    await page.goto(`${house.address}/phone/`);
    await page.getByRole('button', { name: '换人' }).click();
    await page.getByRole('button', { name: /^周\*\*/ }).click();
    await typePin(page, ANNA.pin);
    await page.getByText(`${ANNA.name}，您好`).waitFor();
    await lane.goToFirst();
    await lane.holds(2);
  });

  it('whose storage the browser clears in the middle says so, and loses no record', async () => {
    await context.setOffline(true);
    await lane.sample(person(2), 3);
    const devtools = await context.newCDPSession(page);
    await devtools.send('Storage.clearDataForOrigin', { origin: house.address, storageTypes: 'indexeddb' });
    await page.getByText(/浏览器清掉了这台手机上的资料/).waitFor();
    await look(page, 'phone-trouble-cleared');
    await lane.sample(person(3), 4);
    await context.setOffline(false);
    await expect.poll(arrived, { timeout: 60_000, interval: 2_000 }).toBe(4);
    await lane.reload();
    await lane.holds(4);
  });

  it('makes whoever guesses wait, also after a reload, and says what a forgotten PIN costs', async () => {
    await context.setOffline(true);
    await lane.sample(person(4), 5);
    await page.reload();
    for (let i = 0; i < 3; i++) {
      await page.locator('fieldset.pin:not([disabled])').waitFor();
      await typePin(page, '111112');
      await page.getByRole('alert').waitFor();
    }
    await page.getByText(/请等 \d+ 秒再试/).waitFor();
    await page.reload();
    await page.getByText(/请等 \d+ 秒再试/).waitFor();
    await page.getByRole('button', { name: '忘记密码' }).click();
    await page.getByText(/没同步的 1 条都封好留着/).waitFor();
    await look(page, 'phone-trouble-forgotten');
    await page.getByRole('button', { name: '再试试' }).click();
    await page.locator('fieldset.pin:not([disabled])').waitFor();
    await unlock(page, ANNA);
    await lane.holds(5);
  });

  it('revoked while it was offline loses what it held, and still delivers what was done', async () => {
    await lane.sample(person(5), 6);
    const deviceId = await page.evaluate(() => localStorage.getItem('concerto.device'));
    const memberId = await memberOf(area.secretary, house.address, area.areaId);
    const place = { areaId: area.areaId, memberId };
    const body = { deviceId, because: 'lost', note: '落在2号点' };
    expect(await command(area.secretary, house.address, place, 'devices.revoke', body)).toEqual([]);
    await context.setOffline(false);
    await page.getByRole('heading', { name: '这台手机已停用' }).waitFor({ timeout: 60_000 });
    await expect.poll(arrived, { timeout: 60_000, interval: 2_000 }).toBe(6);
    await page.getByText('没有等着同步的记录').waitFor();
    await look(page, 'phone-trouble-revoked');
    await page.reload();
    await page.getByRole('heading', { name: '这台手机已停用' }).waitFor();
  });

  it('whose PIN is forgotten with work waiting opens by a leader’s code, and every record arrives', async () => {
    const CARA: Newcomer = { name: '褚可心', phone: '19900010005', pin: '470318' };
    const other = await phone(browser);
    const hers = await other.newPage();
    await join(hers, await area.invite(), CARA);
    await area.onDuty(CARA.name);
    const herLane = new LanePhone(other, hers, CARA);
    await herLane.fetchList();
    await herLane.goToFirst();
    await other.setOffline(true);
    await herLane.scan(area.tubes[3] ?? '');
    await herLane.flashes('新管');
    await herLane.sample(person(10), 1);
    await herLane.sample(person(11), 2);
    const before = await arrived();

    await area.secretary.goto(`${house.address}/console/people`);
    await area.secretary.getByLabel('查找', { exact: true }).first().fill(CARA.name);
    await area.secretary.getByRole('button', { name: CARA.name, exact: true }).click();
    await area.secretary.getByRole('button', { name: '给重设密码的码' }).click();
    await area.secretary.getByRole('img', { name: '重设密码二维码' }).waitFor();
    const link = await scanScreen(area.secretary, '重设密码二维码');

    await other.setOffline(false);
    await hers.goto(link);
    await hers.getByText(new RegExp(CARA.name)).first().waitFor();
    await look(hers, 'phone-trouble-new-pin');
    for (const title of ['设一个 6 位密码', '再输一次']) {
      const pad = hers.getByRole('group', { name: title });
      for (const digit of '905127') await pad.getByRole('button', { name: `数字 ${digit}` }).click();
    }
    await hers.getByText(`${CARA.name}，您好`).waitFor();
    await expect.poll(arrived, { timeout: 60_000, interval: 2_000 }).toBe(before + 2);
    await hers.reload();
    await unlock(hers, { pin: '905127' });
    await hers.getByText(`${CARA.name}，您好`).waitFor();
    await hers.goto(link);
    await hers.getByText('这个重设码用过了').waitFor();
    await other.close();
  });

  it('that is full says so at once, and loses nothing it took', async () => {
    const DENG: Newcomer = { name: '邓立', phone: '19900010006', pin: '582061' };
    const other = await phone(browser);
    const his = await other.newPage();
    const { origin } = new URL(house.address);
    await his.goto(`${origin}/phone/`);
    // Before anything is stored: the browser remembers for a while how much room it saw.
    const devtools = await other.newCDPSession(his);
    await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 20 * 1024 * 1024 });
    await join(his, await area.invite(), DENG);
    await area.onDuty(DENG.name);
    const hisLane = new LanePhone(other, his, DENG);
    await hisLane.fetchList();
    await hisLane.goToFirst();
    await other.setOffline(true);
    await hisLane.scan(area.tubes[4] ?? '');
    await hisLane.flashes('新管');
    await hisLane.sample(person(12), 1);
    const before = await arrived();

    expect(await his.evaluate(fillUp)).toBe('QuotaExceededError');
    await hisLane.scan(person(13));
    await his.getByText('手机空间满了').first().waitFor();
    await his.locator('.flash').waitFor({ state: 'detached' });
    await look(his, 'phone-trouble-full');
    await hisLane.holds(1);
    await his.evaluate(() => new Promise((done) => (indexedDB.deleteDatabase('others').onsuccess = done)));
    await hisLane.sample(person(13), 2);
    await other.setOffline(false);
    await expect.poll(arrived, { timeout: 60_000, interval: 2_000 }).toBe(before + 2);
    await his.getByText('手机空间满了').waitFor({ state: 'detached' });
  });
});

/** In the page: takes all the room there is, down to the last kilobyte. @returns the browser's word for there is none */
function fillUp(): Promise<string> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('others', 1);
    opening.onerror = () => reject(opening.error);
    opening.onupgradeneeded = () => opening.result.createObjectStore('bytes', { autoIncrement: true });
    opening.onsuccess = () => {
      const store = (bytes: number) => {
        const writing = opening.result.transaction('bytes', 'readwrite');
        writing.objectStore('bytes').add(crypto.getRandomValues(new Uint8Array(Math.min(bytes, 65_536))));
        for (let more = 65_536; more < bytes; more += 65_536)
          writing.objectStore('bytes').add(crypto.getRandomValues(new Uint8Array(65_536)));
        writing.oncomplete = () => store(bytes);
        writing.onabort = () => {
          if (bytes > 1024) return store(bytes / 4);
          opening.result.close();
          resolve(writing.error?.name ?? '');
        };
      };
      store(1024 * 1024);
    };
  });
}
