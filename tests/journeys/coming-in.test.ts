import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { desk, launch, look, phone } from './support/browser.ts';
import { type RunningHouse, startHouse } from './support/house.ts';
import { unlock } from './support/people.ts';

const PIN = '739164';
const PHONE = '13812340001';

/**
 * How people come into an area: the demo area is opened by the printed link, a leader is invited, joins on a phone,
 * invites others himself, gets a duty, and is ended. Each step goes on from the one before.
 */
describe('coming in', () => {
  let house: RunningHouse;
  let browser: Browser;
  let secretary: Page;
  let leader: Page;
  let leaderDesk: Page;
  let link = '';

  beforeAll(async () => {
    house = await startHouse();
    browser = await launch();
    const context = await desk(browser);
    secretary = await context.newPage();
    leader = await (await phone(browser)).newPage();
    leaderDesk = await (await desk(browser)).newPage();
  });
  afterAll(async () => {
    await browser?.close();
    await house?.stop();
  });

  const pin = async (page: Page, digits: string) => {
    for (const digit of digits) await page.getByRole('button', { name: `数字 ${digit}` }).click();
  };
  const openInvitations = async (page: Page) => {
    await page.goto(`${house.address}/console/people`);
    await page.getByRole('button', { name: '邀请志愿者' }).click();
    await page.getByLabel('张数').waitFor();
  };

  it('the secretary opens the demo area with the printed link', async () => {
    await secretary.goto(house.setUpLink ?? '');
    await secretary.getByRole('button', { name: '先看看演示居民区' }).click();
    await look(secretary, 'coming-in-01-set-up');
    await secretary.getByLabel('书记姓名').fill('李书记');
    await secretary.getByLabel('书记手机号').fill('13900000001');
    await secretary.getByLabel('密码（至少 6 位）').fill('583920');
    await secretary.getByLabel('再输一次密码').fill('583921');
    await secretary.getByRole('button', { name: '打开演示居民区' }).click();
    await secretary.getByText('两次输入的密码不一样').waitFor();
    await secretary.getByLabel('再输一次密码').fill('583920');
    await secretary.getByRole('button', { name: '打开演示居民区' }).click();
    await secretary.waitForURL(/\/console\/?$/);
    await secretary.goto(`${house.address}/console/people`);
    await secretary.getByRole('button', { name: '李书记', exact: true }).first().waitFor();
    await look(secretary, 'coming-in-02-people');
  });

  it('she invites a testing leader; the code is shown once', async () => {
    await openInvitations(secretary);
    await secretary.getByRole('radio', { name: '组长', exact: true }).check();
    await secretary.getByRole('button', { name: '生成邀请' }).click();
    await secretary.getByText('组长和副组长要选工作组').waitFor();
    await secretary.getByRole('radio', { name: '核酸检测组' }).check();
    await secretary.getByLabel('姓名（可不填）').fill('赵晓梅');
    await secretary.getByRole('button', { name: '生成邀请' }).click();
    await secretary.getByRole('img', { name: '邀请二维码' }).waitFor();
    await look(secretary, 'coming-in-03-invitation');
    link = await secretary.getByLabel('邀请链接').inputValue();
    expect(link).toMatch(/\/phone\/join#[\w-]{43}$/);
  });

  it('WeChat’s own browser is told to hand over', async () => {
    const context = await browser.newContext({
      userAgent: 'Mozilla/5.0 MicroMessenger/8.0.30',
      locale: 'zh-CN',
    });
    const page = await context.newPage();
    await page.goto(link);
    await page.getByText('点右上角“…”，选“在浏览器打开”').waitFor();
    await look(page, 'coming-in-04-wechat');
    await context.close();
  });

  it('the leader joins on the phone with a PIN nobody guesses', async () => {
    await leader.goto(link);
    await leader.getByRole('heading', { name: /^加入/ }).waitFor();
    expect(await leader.getByLabel('您的姓名').inputValue()).toBe('赵晓梅');
    await leader.getByLabel('手机号').fill(PHONE);
    await look(leader, 'coming-in-05-join');
    await leader.getByRole('button', { name: '下一步' }).click();
    await pin(leader, '123456');
    await leader.getByRole('alert').getByText('密码太容易猜').waitFor();
    await pin(leader, PIN);
    await leader.getByText('再输一次').waitFor();
    await pin(leader, '739165');
    await leader.getByRole('alert').getByText('两次不一样').waitFor();
    await look(leader, 'coming-in-06-pin');
    await pin(leader, PIN);
    await leader.getByText('再输一次').waitFor();
    await pin(leader, PIN);
    await leader.waitForURL(/\/phone\/?$/);
    await leader.getByText('赵晓梅，您好').waitFor();
  });

  it('the same invitation opens nothing for the next', async () => {
    const page = await (await phone(browser)).newPage();
    await page.goto(link);
    await page.getByText('这张邀请已经用过，请让组长重新发一张').waitFor();
    await look(page, 'coming-in-07-used');
    await page.context().close();
  });

  it('five wrong PINs make the phone wait', async () => {
    const page = await (await phone(browser)).newPage();
    await page.goto(`${house.address}/phone/sign-in`);
    await page.getByLabel('手机号').fill('13812340002');
    await page.getByRole('button', { name: '下一步' }).click();
    await look(page, 'coming-in-08-sign-in');
    for (let i = 0; i < 5; i++) {
      await page.getByRole('button', { name: '数字 1' }).waitFor();
      await pin(page, '480215');
      await page.getByRole('alert').getByText('手机号或密码不对').waitFor();
      await page.locator('fieldset.pin:not([disabled])').waitFor();
    }
    await pin(page, '480215');
    await page
      .getByRole('alert')
      .getByText(/没用过的设备上试错太多次，请等 \d+ 秒/)
      .waitFor();
    await page.context().close();
  });

  it('the leader signs in at a desk too, and may invite for the own group only', async () => {
    await leaderDesk.goto(`${house.address}/console/people`);
    await leaderDesk.waitForURL(/sign-in/);
    await look(leaderDesk, 'coming-in-09-desk-sign-in');
    await leaderDesk.getByLabel('手机号').fill(PHONE);
    await leaderDesk.getByLabel('密码').fill(PIN);
    await leaderDesk.keyboard.press('Enter');
    await leaderDesk.getByRole('heading', { level: 1, name: '工作人员' }).waitFor();
    await openInvitations(leaderDesk);
    const offered = leaderDesk.getByRole('dialog').getByRole('radio');
    expect(await offered.count()).toBe(3);
    await leaderDesk.getByRole('button', { name: '生成邀请' }).click();
    await leaderDesk.getByRole('img', { name: '邀请二维码' }).waitFor();
  });

  it('he gives himself a duty, by keyboard where it is a form', async () => {
    await leaderDesk.goto(`${house.address}/console/duties`);
    await leaderDesk.getByRole('button', { name: '安排值守' }).click();
    const drawer = leaderDesk.getByRole('dialog');
    await drawer.getByLabel('谁').fill('赵晓梅');
    await leaderDesk.keyboard.press('Enter');
    await drawer.getByRole('radio', { name: '核酸检测组' }).check();
    await drawer.getByLabel('地点（可不填）').fill('2号点 3台');
    await drawer.getByRole('button', { name: '安排', exact: true }).click();
    await leaderDesk.getByText('已安排').waitFor();
    await leaderDesk.getByText('2号点 3台').first().waitFor();
    await look(leaderDesk, 'coming-in-10-duties');
  });

  it('the secretary reads all of it in English', async () => {
    await secretary.goto(`${house.address}/console/people`);
    await secretary.getByRole('button', { name: /English/ }).click();
    for (const [path, title] of [
      ['people', 'People at work'],
      ['duties', 'Duties'],
      ['zones', 'Zones'],
    ]) {
      await secretary.goto(`${house.address}/console/${path}`);
      await secretary.getByRole('heading', { level: 1, name: title ?? '' }).waitFor();
      await look(secretary, `coming-in-11-${path}`);
    }
    await secretary.getByRole('button', { name: /中文/ }).click();
  });

  it('who is ended is out on the phone as well', async () => {
    await secretary.goto(`${house.address}/console/people`);
    await secretary.getByLabel('查找', { exact: true }).first().fill('赵晓梅');
    await secretary.getByRole('button', { name: '赵晓梅', exact: true }).first().click();
    await look(secretary, 'coming-in-12-person');
    await secretary.getByRole('dialog').getByRole('button', { name: '办理离岗' }).click();
    await secretary.getByRole('button', { name: '离岗', exact: true }).click();
    await secretary.getByText('已离岗').first().waitFor();
    await leader.goto(`${house.address}/phone/`);
    await unlock(leader, { pin: PIN });
    await leader.waitForURL(/sign-in/, { timeout: 20_000 });
  });
});
