import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestServer, setUpArea, type TestServer } from '#apps/server/testing-server.ts';
import { DIST } from '#apps/web/testing/serve-dist.ts';
import type { SmallArea } from '#core/people/testing/small-area.ts';
import { enrolAuthenticator } from './support/authenticator.ts';
import { desk, launch, look, pick } from './support/browser.ts';
import { sayToTheDesk, smallRegister } from './support/register.ts';
import { signInAsSecretary } from './support/secretary.ts';

/** The secretary's desk puts a register right: add, move, merge, end, settle, and a copy for the person. */
let server: TestServer;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let people: Awaited<ReturnType<typeof story>> & { readonly areaId: string };

const NUMBER = '310199198809074298';

/** Two rooms: a couple, a lady who was entered twice, and a neighbour. */
async function story(area: SmallArea) {
  const building = await area.building(await area.compound('清源小区'), '3号');
  const [here, there] = [await area.dwelling(building, '402'), await area.dwelling(building, '501')];
  const home = area.newId();
  return {
    xiong: await area.resident(here, { name: '熊根军', relation: '户主' }, home),
    song: await area.resident(here, { name: '宋玉', relation: '妻' }, home),
    wang: await area.resident(there, { name: '王晓红', idNumber: NUMBER, phone: '19900000031' }),
    double: await area.resident(there, { name: '王晓红', phone: '19900000032' }),
    li: await area.resident(there, { name: '李明', phone: '19900000041' }),
  };
}

beforeAll(async () => {
  server = await openTestServer(process.env.CONCERTO_WEB_ROOT ?? DIST);
  const { areaId } = await setUpArea(server);
  people = await smallRegister(server, areaId, story);
  browser = await launch();
  context = await desk(browser);
  page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await signInAsSecretary(page, server.address);
  await page.getByRole('link', { name: '居民册', exact: true }).click();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** A busy machine takes its time. */
const PATIENT = { timeout: 60_000 };

const drawer = () => page.getByRole('dialog');
const tab = (name: string) => drawer().getByRole('tab', { name }).click();
const open = (id: string) => page.goto(`${server.address}/console/register?resident=${id}`);
const choose = (label: string, typed: string) =>
  pick(page, drawer().getByRole('combobox', { name: label }), typed);

describe('by hand', () => {
  it('adds somebody into a room that was missing', async () => {
    await page.getByRole('button', { name: '登记居民' }).click();
    await choose('楼栋', '3号');
    await drawer().getByRole('button', { name: '没有这间？加一间' }).click();
    await drawer().getByRole('textbox', { name: '室号' }).fill('601');
    await drawer()
      .getByRole('button', { name: /加\s*上/ })
      .click();
    await page.getByText('已加上这间').first().waitFor();
    await drawer().getByLabel('姓名').fill('单晓红');
    await drawer()
      .getByRole('button', { name: /登\s*记/ })
      .click();
    await drawer().getByRole('tab', { name: '住处' }).waitFor();
    await expect.poll(() => drawer().textContent(), PATIENT).toContain('601');
  });

  it('moves a whole household, and sees where it came from', async () => {
    await open(people.xiong);
    await tab('住处');
    await drawer().getByText('熊根军 户，2 人').waitFor();
    await look(page, 'by-hand-home');
    await drawer().getByRole('radio', { name: '全户' }).check();
    await choose('室号', '601');
    await drawer().getByRole('button', { name: '搬到这里' }).click();
    await page.getByText('已换住处').first().waitFor();
    await open(people.song);
    await expect.poll(() => drawer().textContent(), PATIENT).toContain('3号 601');
    await tab('经过');
    await drawer().getByText('从 清源小区 3号 402 搬来').waitFor();
    await look(page, 'by-hand-history');
  });

  it('splits a household and joins it again', async () => {
    await tab('住处');
    await drawer()
      .getByRole('button', { name: /分\s*户/ })
      .first()
      .click();
    await drawer().getByRole('checkbox', { name: '宋玉分出去' }).check();
    await drawer().getByRole('button', { name: '分成一户' }).click();
    await drawer().getByText('宋玉 户，1 人').waitFor();
    await drawer().getByRole('button', { name: '并到一户' }).first().click();
    await page
      .getByRole('tooltip')
      .getByRole('button', { name: /并\s*户/ })
      .click();
    await page.getByText('已并户').first().waitFor();
  });

  it('finds the same person entered twice, sees both and merges them', async () => {
    await page.getByRole('link', { name: '疑似重复' }).click();
    await page.getByText('同楼同名').first().waitFor();
    await look(page, 'by-hand-duplicates');
    await page.getByRole('button', { name: '并排看' }).first().click();
    await page.getByRole('heading', { name: '是不是同一人' }).waitFor();
    await page.getByRole('radio', { name: '电话 保留的' }).waitFor();
    await look(page, 'by-hand-merge');
    await page.getByRole('radio', { name: '电话 并入的' }).check();
    await page.getByRole('textbox', { name: '怎么确定的' }).fill('上门问过，登记了两次');
    await page.getByRole('button', { name: '是同一人，合并' }).click();
    await drawer().getByText('199****0032').waitFor();
    expect(await drawer().textContent()).toContain('310***********4298');
    await tab('经过');
    await drawer().getByText('上门问过，登记了两次').waitFor();
  });

  it('takes a merge back and does it again', async () => {
    await drawer().getByRole('button', { name: '撤销合并' }).click();
    await page.getByRole('tooltip').getByRole('button', { name: '撤销合并' }).click();
    await page.getByText('已撤销合并').first().waitFor();
    await page.getByRole('link', { name: '疑似重复' }).click();
    await page.getByRole('button', { name: '并排看' }).first().click();
    await page.getByRole('textbox', { name: '怎么确定的' }).fill('确是一人');
    await page.getByRole('button', { name: '是同一人，合并' }).click();
    await drawer().getByRole('tab', { name: '经过' }).waitFor();
  });

  it('ends somebody on a day, and takes the end back', async () => {
    await open(people.li);
    await tab('合并注销');
    await drawer().getByLabel('哪一天').fill('2022-04-01');
    await look(page, 'by-hand-end');
    await drawer()
      .getByRole('button', { name: /注\s*销/ })
      .click();
    await page

      .getByRole('tooltip')
      .getByRole('button', { name: /^注\s*销$/ })
      .click();
    await drawer().getByText('已注销：2022-04-01').waitFor();
    await drawer().getByRole('button', { name: '恢复登记' }).click();
    await tab('资料');
    await drawer().getByRole('button', { name: '改资料' }).waitFor();
  });

  it('settles what a door said against the register', async () => {
    await sayToTheDesk(server, people.areaId, 'people.confirm-field', {
      residentId: people.li,
      set: { idNumber: NUMBER },
    });
    await page.getByRole('link', { name: /居民待核对/ }).click();
    await page.getByRole('button', { name: /证件号码已经登记在另一位/ }).click();
    await drawer().getByText('这次上门说').waitFor();
    expect(await drawer().textContent()).toContain('310***********4298');
    await look(page, 'by-hand-settle');
    await drawer().getByRole('button', { name: '就这样定' }).click();
    await drawer().getByText('必填').first().waitFor();
    await drawer()
      .getByRole('radio', { name: /号码是原来那位的/ })
      .check();
    await drawer().getByLabel('为什么这样定').fill('看过身份证');
    await drawer().getByRole('button', { name: '就这样定' }).click();
    await page.getByText('没有待核对的').waitFor();
  });

  it('gives a person a copy of everything held, on paper and as a sheet', async () => {
    await enrolAuthenticator(page, { name: '王书记', pin: '246810' });
    await open(people.wang);
    await tab('本人权利');
    await drawer().getByLabel('要什么').fill('想看存了什么');
    await drawer().getByRole('button', { name: '出一份资料' }).click();
    await drawer()
      .getByText(/共 \d+ 类记录/)
      .waitFor();
    await look(page, 'by-hand-rights');
    const saved = page.waitForEvent('download');
    await drawer().getByRole('button', { name: '存成表格' }).click();
    expect((await saved).suggestedFilename()).toContain('王晓红');
    await page.evaluate(() => {
      window.print = () => undefined;
    });
    await drawer()
      .getByRole('button', { name: /打\s*印/ })
      .click();
    const paper = page.frameLocator('iframe[aria-hidden="true"]');
    await paper.getByText(NUMBER).first().waitFor({ state: 'attached' });
    await paper.getByText('核酸采样').first().waitFor({ state: 'attached' });
  });

  it('records a correction asked for, and answers it', async () => {
    await open(people.li);
    await tab('本人权利');
    await drawer().getByLabel('要什么').fill('电话换成 19900000049');
    await drawer().getByRole('button', { name: '记更正请求' }).click();
    await page.getByText('已记下').first().waitFor();
    await page.getByRole('link', { name: /居民请求/ }).click();
    await page.getByRole('button', { name: '待答复' }).or(page.getByText('待答复')).first().click();
    await drawer().getByText('电话换成 19900000049').waitFor();
    await look(page, 'by-hand-request');
    await drawer().getByLabel('电话', { exact: true }).fill('19900000049');
    await drawer().getByLabel('怎么答复').fill('已更正');
    await drawer().getByRole('button', { name: '照上面更正' }).click();
    await page.getByText('已更正').first().waitFor();
    await open(people.li);
    await drawer().getByText('199****0049').waitFor();
  });

  it('says the same in English, and fits a small screen', async () => {
    await drawer().locator('.ant-drawer-close').click();
    await page.getByRole('button', { name: 'English' }).click();
    await page.setViewportSize({ width: 768, height: 1024 });
    for (const path of [
      'duplicates',
      'discrepancies',
      'requests',
      `merge?one=${people.wang}&other=${people.li}`,
    ]) {
      await page.goto(`${server.address}/console/register/${path}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      if (path.startsWith('merge')) await page.getByRole('radio').first().waitFor();
      await look(page, `by-hand-768-${path.split('?')[0]}`);
    }
  });
});
