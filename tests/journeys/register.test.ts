import pino from 'pino';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedDemo } from '#apps/cli/demo.ts';
import { openHouse } from '#apps/server/house.ts';
import { openTestServer, setUpArea, type TestServer } from '#apps/server/testing-server.ts';
import { BROWSER } from '#apps/web/testing/browser.ts';
import { DIST } from '#apps/web/testing/serve-dist.ts';
import { expectNoSeriousFault } from '../setup/axe.ts';
import { pick } from './support/browser.ts';
import { signInAsSecretary } from './support/secretary.ts';

/** The secretary's desk over the demo area, in a real browser. */
let server: TestServer;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  server = await openTestServer(process.env.CONCERTO_WEB_ROOT ?? DIST);
  const { areaId } = await setUpArea(server);
  const { databaseUrl, dataFolder } = server;
  const house = await openHouse({ databaseUrl, dataFolder, log: pino({ level: 'silent' }) });
  await seedDemo(house.host, house.system(areaId));
  await house.close();
  browser = await chromium.launch(BROWSER);
  context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
  page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await signInAsSecretary(page, server.address);
  await page.getByRole('link', { name: '居民册', exact: true }).click();
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

/** A busy machine takes its time. */
const PATIENT = { timeout: 60_000 };

const rows = () => page.getByRole('table').first().locator('tbody tr.ant-table-row');
const drawer = () => page.getByRole('dialog');

describe('the register on the console', () => {
  it('lists people by address, numbers masked', async () => {
    await rows().first().waitFor();
    expect(await rows().count()).toBe(50);
    const text = (await page.locator('.register-list').textContent()) ?? '';
    expect(text).toMatch(/310\*{11}/);
    expect(text).not.toMatch(/310199\d{11}/);
    await expectNoSeriousFault(page);
  });

  it('narrows to a building, and finds by room and by pinyin', async () => {
    await page.getByRole('navigation', { name: '小区和楼栋' }).getByText('清源小区').click();
    await page.getByRole('button', { name: /^13号甲/ }).click();
    await page.waitForURL(/building=/);
    await expect.poll(() => rows().count(), PATIENT).toBeLessThan(50);
    expect(await page.locator('.register-list').textContent()).toContain('13号甲');
    await page.getByRole('button', { name: /^全部/ }).first().click();
    await page.getByRole('searchbox', { name: '姓名、拼音、楼室、手机尾号' }).fill('a1');
    await expect
      .poll(() => rows().allInnerTexts(), PATIENT)
      .toSatisfy((lines: string[]) => lines.length > 0 && lines.every((line) => line.includes('A座 1')));
  });

  it('opens a resident, and a full number only with a reason', async () => {
    await rows().first().getByRole('button').click();
    await drawer().getByText('看全号').first().waitFor();
    await drawer().getByRole('button', { name: '看全号' }).click();
    await drawer().getByText('必填').waitFor();
    await drawer().getByLabel('为什么要看').fill('核对身份');
    await drawer().getByRole('button', { name: '看全号' }).click();
    await drawer()
      .getByText(/310199\d{11}[\dX]/)
      .waitFor();
    await expectNoSeriousFault(page);
  });

  it('changes a note and sets away, each seen in the list', async () => {
    await drawer().getByRole('button', { name: '改资料' }).click();
    await drawer().getByLabel('备注').fill('夜班，白天敲门轻些');
    await expectNoSeriousFault(page);
    await drawer()
      .getByRole('button', { name: /保\s*存/ })
      .click();
    await drawer().getByText('夜班，白天敲门轻些').waitFor();
    await drawer().getByLabel('原因，例如：外地未回').fill('回老家');
    await drawer().getByRole('button', { name: '登记外出' }).click();
    await drawer().getByText('是 · 回老家').waitFor();
    await expect.poll(() => page.locator('.register-list').textContent(), PATIENT).toContain('夜班');
  });

  it('adds somebody new into a room, and finds her at once', async () => {
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '登记居民' }).click();
    for (const [field, typed] of [
      ['楼栋', 'B座'],
      ['室号', '101'],
    ] as const) {
      await pick(page, drawer().getByRole('combobox', { name: field }), typed);
    }
    await drawer().getByLabel('姓名').fill('单晓红');
    await drawer()
      .getByRole('button', { name: /登\s*记/ })
      .click();
    await drawer().getByText('登记居民').waitFor({ state: 'hidden' });
    await page.getByRole('searchbox', { name: '姓名、拼音、楼室、手机尾号' }).fill('shanxh');
    await expect
      .poll(() => rows().allInnerTexts(), PATIENT)
      .toSatisfy((lines: string[]) => lines.some((line) => line.includes('单晓红')));
  });

  it('remembers who looked and why', async () => {
    await page.getByRole('link', { name: '看号记录' }).click();
    await page.getByText('核对身份').waitFor();
    expect(await rows().first().textContent()).toContain('王书记');
    await expectNoSeriousFault(page);
  });
});

describe('the places on the console', () => {
  it('are listed by compound; a building opens its rooms, and one with people does not close', async () => {
    await page.getByRole('link', { name: '小区楼栋' }).click();
    await page.getByRole('heading', { name: '东园路小区' }).waitFor();
    await expectNoSeriousFault(page);
    await page.getByRole('button', { name: '15弄19号' }).click();
    await drawer().getByText('1单元').first().waitFor();
    await drawer()
      .getByRole('button', { name: /停\s*用/ })
      .first()
      .click();
    await page.getByRole('tooltip').locator('.ant-btn-primary').click();
    await page
      .getByText(/里面还有 \d+ 处在用/)
      .first()
      .waitFor();
    await expectNoSeriousFault(page);
  });
});

describe('in English', () => {
  it('the same pages have no serious fault', async () => {
    await drawer().locator('.ant-drawer-close').click();
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('link', { name: 'Register', exact: true }).click();
    await rows().first().getByRole('button').click();
    await drawer().getByText('To householder').first().waitFor();
    await expectNoSeriousFault(page);
    await page.getByRole('link', { name: 'Places', exact: true }).click();
    await page.getByText('Compounds, buildings, entrances and rooms').waitFor();
    await expectNoSeriousFault(page);
  });
});
