import { readFile } from 'node:fs/promises';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestServer, setUpArea, type TestServer } from '#apps/server/testing-server.ts';
import { BROWSER } from '#apps/web/testing/browser.ts';
import { DIST } from '#apps/web/testing/serve-dist.ts';
import { readSheet } from '#kernel/sheet/read.ts';
import { writeSheet } from '#kernel/sheet/write.ts';
import { expectNoSeriousFault } from '../setup/axe.ts';
import { signInAsSecretary } from './support/secretary.ts';

/** A committee's own register comes in, in a real browser: recognised, looked at, set right, written, corrected. */
let server: TestServer;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  server = await openTestServer(process.env.CONCERTO_WEB_ROOT ?? DIST);
  await setUpArea(server);
  browser = await chromium.launch(BROWSER);
  context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
  page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await signInAsSecretary(page, server.address);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

const REGISTER = new URL('../data/register.xlsx', import.meta.url);
const tab = (name: RegExp) => page.getByRole('tab', { name });
const lookButton = () => page.getByRole('button', { name: '看结果' });

async function upload(name: string, buffer: Buffer): Promise<void> {
  await page.goto(`${server.address}/console/register/import`);
  await page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
}

async function write(): Promise<void> {
  await page.getByRole('button', { name: '写入居民册' }).click();
  await page.getByText('写好了').waitFor();
}

describe('a register comes in on the console', () => {
  it('says what a file is that is no sheet', async () => {
    await upload('居民册.xlsx', Buffer.from('%PDF-1.7'));
    await page.getByText('这不是表格文件').waitFor();
    await expectNoSeriousFault(page);
  });

  it('recognises sheets, columns and how each compound writes its addresses', async () => {
    await upload('register.xlsx', await readFile(REGISTER));
    await page.getByRole('heading', { name: '清源小区 · 2,226 行' }).waitFor();
    for (const rule of ['楼-室：3-402，或分两列', '座室：A座1204', '弄号室：15弄13号甲101室']) {
      await page.getByText(rule, { exact: true }).first().waitFor();
    }
    await page.getByText('15弄1号 · 101').waitFor();
    await expectNoSeriousFault(page);
  });

  it('shows what it will create and what is in doubt, and takes a cell set right in place', async () => {
    await lookButton().click();
    await tab(/^新增 3,546/).waitFor();
    expect(await page.locator('.import-figures').textContent()).toMatch(/\+3小区\+82楼栋\+1,334户\+3,546人/);
    await tab(/^待核 111/).click();
    await page.getByText('证件号被表格当成数字').first().waitFor();
    await page.getByRole('textbox', { name: '改为 熊仙磊 电话' }).fill('19900000009');
    await page.getByRole('button', { name: '按改好的再看一遍' }).click();
    await tab(/^待核 110/).waitFor();
    await expectNoSeriousFault(page);
    await page.setViewportSize({ width: 768, height: 1024 });
    await expectNoSeriousFault(page);
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  it('writes it, and the same file again changes nothing', async () => {
    await write();
    await expectNoSeriousFault(page);
    await upload('register.xlsx', await readFile(REGISTER));
    await lookButton().click();
    await page.getByRole('button', { name: '没有要写入的' }).waitFor();
    expect(await page.locator('.import-figures').textContent()).toMatch(/3,546没变/);
  });

  it('hands out the doubtful cells as a sheet and takes them back filled in', async () => {
    await tab(/^待核/).click();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载待核格子' }).click(),
    ]);
    const sheet = readSheet(await readFile(await file.path())).sheets[0];
    const [header = [], ...cells] = (sheet?.rows ?? []).map((row) =>
      row.cells.map((cell) => cell?.text ?? ''),
    );
    const line = cells.find((texts) => texts[header.indexOf('项目代号')] === 'phone') ?? [];
    const filled = header.map((word, at) => (word === '改为' ? '19912345678' : (line[at] ?? '')));
    const columns = header.map((text) => ({ header: text }));
    await upload('待核.xlsx', writeSheet({ sheets: [{ name: '待核格子', columns, rows: [filled] }] }));
    await page.getByText('这是填好的“待核格子”表').waitFor();
    await lookButton().click();
    await tab(/^有变动 1/).click();
    await page.getByText('→ 19912345678').waitFor();
    await write();
  });

  it('reads a style nobody foresaw by a rule written on the page, and remembers it', async () => {
    const columns = ['代号', '位置', '称呼'].map((header) => ({ header }));
    const village = (name: string) =>
      writeSheet({ sheets: [{ name, columns, rows: [['a', '2区7排13', '何勇']] }] });
    await upload('村.xlsx', village('幸福村'));
    await page.getByRole('switch', { name: '导入这张表 幸福村' }).click();
    const choose = async (field: string, choice: string) => {
      await page.getByRole('combobox', { name: field }).click();
      const list = page.locator('.ant-select-dropdown:visible');
      await list.getByText(choice, { exact: true }).click();
      await list.waitFor({ state: 'hidden' });
    };
    await choose('B 位置', '地址');
    await choose('C 称呼', '姓名');
    await choose('地址写法', '自己写');
    await page.getByLabel('地址样式，一行一种').fill('{building}区{inner}排{room}');
    await page.getByLabel('楼栋叫法').fill('{building}区{inner}排');
    await page.getByText('2区7排 · 13').waitFor();
    await page.getByRole('textbox', { name: '起个名字' }).fill('村里的表');
    await page.getByRole('button', { name: '记住这种认法' }).click();
    await page.getByText('已记住').waitFor();
    await upload('村.xlsx', village('新村'));
    await page.getByText('2区7排 · 13').waitFor();
    await lookButton().click();
    await tab(/^新增 1/).waitFor();
  });

  it('speaks English', async () => {
    await page.getByRole('button', { name: /English/ }).click();
    await page.getByRole('heading', { name: 'Import the register' }).waitFor();
    await page.getByRole('tab', { name: /^New 1/ }).waitFor();
    await expectNoSeriousFault(page);
  });
});
