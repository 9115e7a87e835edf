import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { boxCode } from '#core/codes/contract.ts';
import { launch, look, phone, picture } from './support/browser.ts';
import { type RunningHouse, startHouse } from './support/house.ts';
import { LanePhone } from './support/lane.ts';
import { join, type Newcomer } from './support/people.ts';
import { type TestingArea, testingArea } from './support/testing-area.ts';

const ANNA: Newcomer = { name: '周安娜', phone: '19900010003', pin: '630284' };
const BO: Newcomer = { name: '吴波', phone: '19900010004', pin: '915736' };

/**
 * Two phones with no network hand a box over: the giver shows a code, the receiver types it (a camera reads the same
 * out of the QR code), and both signatures find each other when the phones are online again.
 */
describe('a box on its way to the laboratory', () => {
  let house: RunningHouse;
  let browser: Browser;
  let area: TestingArea;
  let a: LanePhone;
  let b: LanePhone;

  const tube = (n: number) => area.tubes[n] ?? '';
  const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
  const row = (page: Page, box: string) => page.getByRole('listitem').filter({ hasText: box });

  beforeAll(async () => {
    house = await startHouse();
    browser = await launch();
    area = await testingArea(house, browser);
    const contexts = [await phone(browser), await phone(browser)] as const;
    a = new LanePhone(contexts[0], await contexts[0].newPage(), ANNA);
    b = new LanePhone(contexts[1], await contexts[1].newPage(), BO);
    for (const [lane, who] of [
      [a, ANNA],
      [b, BO],
    ] as const) {
      await join(lane.page, await area.invite(), who);
      await area.onDuty(who.name);
      await lane.reload();
      await lane.page.getByRole('link', { name: /去采样/ }).waitFor();
      await lane.waitUntilSynced();
    }
  }, 240_000);
  beforeEach(({ onTestFailed }) => {
    onTestFailed(() =>
      picture([
        ['handover-a', a.page],
        ['handover-b', b.page],
        ['handover-desk', area.secretary],
      ]),
    );
  });
  afterAll(async () => {
    await browser?.close();
    await house?.stop();
  });

  it('is filled, and sealed with the seal’s number and the temperature', async () => {
    await a.goToFirst();
    await a.scan(tube(0));
    await a.flashes('新管');
    for (const [i, person] of area.residents.slice(0, 3).entries()) await a.sample(person.code, i + 1);
    await a.closeTube('没有人了');
    await button(a.page, '装箱').click();
    await a.page.getByRole('heading', { name: '装箱' }).waitFor();
    await a.scan(boxCode(area.areaId, 12));
    await a.holds(0);
    await a.scan(tube(0));
    await a.holds(1);
    await button(a.page, '封箱').click();
    const sheet = a.page.getByRole('dialog');
    await sheet.getByLabel('箱内温度（℃）').fill('6.5');
    await sheet.getByLabel('封签号').fill('F0087');
    await look(a.page, 'handover-01-seal');
    await sheet.getByRole('button', { name: '封箱' }).click();
    await a.flashes('已封箱');
  });

  it('is counted by two people, each without the other’s number', async () => {
    await button(a.page, '转运箱与交接').click();
    await row(a.page, '12 号箱').click();
    const sheet = a.page.getByRole('dialog');
    await sheet.getByLabel('您数了几管').fill('2');
    await look(a.page, 'handover-02-count');
    await sheet.getByRole('button', { name: '记下' }).click();
    await a.flashes('与扫码 1 管不同');
    await row(a.page, '12 号箱').getByText('数目对不上').waitFor();
    // Counted again, and by a helper beside her.
    for (const helper of ['', '陈阿姨']) {
      await a.page.locator('.flash').waitFor({ state: 'hidden' });
      await row(a.page, '12 号箱').click();
      await a.page.getByRole('dialog').getByLabel('您数了几管').fill('1');
      if (helper !== '') {
        await a.page.getByRole('radio', { name: '旁边的人' }).check();
        await a.page.getByRole('dialog').getByLabel('姓名').fill(helper);
      }
      await a.page.getByRole('dialog').getByRole('button', { name: '记下' }).click();
      await a.flashes('与扫码一致');
    }
    await row(a.page, '12 号箱').getByText('两人已数，一致').waitFor();
    await look(a.page, 'handover-03-boxes');
  });

  it('changes hands between two phones without a network', async () => {
    await a.waitUntilSynced();
    await a.context.setOffline(true);
    await b.context.setOffline(true);
    await button(a.page, '交出').click();
    await a.page.getByRole('checkbox', { name: /12 号箱/ }).check();
    await look(a.page, 'handover-04-give');
    await button(a.page, '对方用手机签收').click();
    await a.page.getByRole('img', { name: '请对方扫码' }).waitFor();
    await a.page.getByText('等对方签收').waitFor();
    const code = (await a.page.locator('.handover-digits').textContent()) ?? '';
    await look(a.page, 'handover-05-code');

    await b.page.getByRole('link', { name: /去采样/ }).click();
    await button(b.page, '转运箱与交接').click();
    await button(b.page, '签收').click();
    await b.page.getByRole('textbox').fill(code);
    await button(b.page, '确认').click();
    await b.page.getByText('1 箱 1 管').waitFor();
    await look(b.page, 'handover-06-take');
    await button(b.page, '签收').click();
    await b.page.getByText('您已签收').waitFor();
    // One side alone is never shown as done.
    expect(await b.page.getByText('双方已签').count()).toBe(0);
    expect(await a.page.getByText('双方已签').count()).toBe(0);
  });

  it('is signed by both as soon as the phones have met', async () => {
    for (const lane of [b, a]) await lane.context.setOffline(false);
    await a.page.getByText('双方已签').waitFor({ timeout: 30_000 });
    await b.page.getByText('双方已签').waitFor({ timeout: 30_000 });
    await look(b.page, 'handover-07-signed');
  });

  it('is received at the laboratory by somebody without an account, with a finger', async () => {
    await b.page.goto(`${house.address}/phone`);
    await b.reload();
    await b.page.getByRole('link', { name: /去采样/ }).click();
    await button(b.page, '转运箱与交接').click();
    await row(b.page, '12 号箱').getByText('在路上').waitFor();
    await button(b.page, '交出').click();
    await b.page.getByRole('radio', { name: '实验室' }).check();
    await b.page.getByRole('checkbox', { name: /12 号箱/ }).check();
    await button(b.page, '对方在这里签字').click();
    const sheet = b.page.getByRole('dialog');
    await sheet.getByLabel('姓名').fill('赵检验');
    await sheet.getByLabel('单位').fill('某医学检验所');
    await sign(b.page);
    await look(b.page, 'handover-08-finger');
    await sheet.getByRole('button', { name: '确认交出' }).click();
    await b.page.getByText('双方已签').waitFor();
    await b.page.getByRole('button', { name: '返回' }).click();
    await row(b.page, '12 号箱').getByText('已送达').waitFor();
    await look(b.page, 'handover-09-arrived');
    await b.waitUntilSynced();
  });
});

/** Draws two strokes into the field, as a finger would. */
async function sign(page: Page): Promise<void> {
  const field = page.getByRole('img', { name: '用手指在框里签名' });
  await field.scrollIntoViewIfNeeded();
  const box = await field.boundingBox();
  if (!box) throw new Error('there is no field to sign in');
  for (const [from, to] of [
    [0.2, 0.5],
    [0.5, 0.8],
  ] as const) {
    await page.mouse.move(box.x + box.width * from, box.y + box.height * 0.3);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * to, box.y + box.height * 0.7, { steps: 6 });
    await page.mouse.up();
  }
}
