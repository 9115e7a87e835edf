import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { type Browser, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { seriousFaults } from '#tests/setup/axe.ts';

/** As the server sends it (apps/server): the preview and the print frame must live with it. */
const POLICY =
  "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; frame-src 'self' blob:; object-src 'none'; frame-ancestors 'none'";

/** The fixture as one script and one style sheet. */
async function bundle(): Promise<ReadonlyMap<string, string>> {
  // Under `test` React's plugin writes JSX for the development build.
  vi.stubEnv('NODE_ENV', 'production');
  const built = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [react()],
    build: {
      write: false,
      minify: false,
      rolldownOptions: {
        input: fileURLToPath(new URL('./desk.fixture.tsx', import.meta.url)),
        output: { entryFileNames: 'desk.js', assetFileNames: 'desk[extname]' },
      },
    },
  });
  vi.unstubAllEnvs();
  if (!('output' in built)) throw new Error('the build watches instead of building');
  return new Map(
    built.output.map((file) => [
      `/${file.fileName}`,
      file.type === 'chunk' ? file.code : Buffer.from(file.source).toString(),
    ]),
  );
}

describe('the print desk in a browser', { timeout: 90_000 }, () => {
  let browser: Browser;
  let files: ReadonlyMap<string, string>;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    files = await bundle();
    const path = '/usr/bin/chromium';
    browser = await chromium.launch({
      ...(existsSync(path) ? { executablePath: path } : {}),
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'],
    });
  }, 120_000);
  afterAll(() => browser.close());

  beforeEach(async () => {
    await page?.close();
    complaints.length = 0;
    page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
    page.setDefaultTimeout(20_000);
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (line) => line.type() === 'error' && complaints.push(line.text()));
    await page.route('http://desk.test/**', (route) => {
      const { pathname } = new URL(route.request().url());
      const file = files.get(pathname);
      const type = pathname.endsWith('.js')
        ? 'text/javascript'
        : pathname.endsWith('.css')
          ? 'text/css'
          : 'text/html';
      const shell =
        '<!doctype html><html lang="zh-CN"><title>desk</title><link rel="stylesheet" href="/desk.css"><div id="root"></div><script type="module" src="/desk.js"></script></html>';
      return route.fulfill({
        contentType: `${type}; charset=utf-8`,
        headers: { 'content-security-policy': POLICY },
        body: file ?? shell,
      });
    });
    // The dialog itself belongs to the browser; what is handed to it is kept.
    await page.addInitScript(() => {
      window.print = () => {
        const top = window.top as unknown as { printed?: string[] };
        top.printed = [...(top.printed ?? []), document.documentElement.outerHTML];
        window.dispatchEvent(new Event('afterprint'));
      };
    });
  });

  const open = (query = '') => page.goto(`http://desk.test/${query}`);
  const choose = (name: string) => page.locator('.ant-segmented-item', { hasText: name }).first().click();
  const preview = () => page.frameLocator('.print-preview iframe');
  const printed = () => page.evaluate(() => (window as unknown as { printed?: string[] }).printed ?? []);
  const print = () => page.getByRole('button', { name: /打\s*印$/ }).click();

  test('shows the first cards and prints all of them', async () => {
    await open();
    // 29 of 30: one is away
    await page.getByText('预览前 20 张，打印时共 29 张。').waitFor();
    expect(await preview().locator('.card').count()).toBe(20);
    await print();
    const [document = ''] = await printed();
    expect(document.split('class="card"')).toHaveLength(30);
    expect(await page.locator('iframe').count()).toBe(1);
    expect(complaints).toEqual([]);
  });

  test('a narrow window shows a whole page, made smaller', async () => {
    await page.setViewportSize({ width: 1000, height: 800 });
    await open();
    await preview().locator('.page').first().waitFor();
    const room = await preview()
      .locator('html')
      .evaluate((root) => ({ needed: root.scrollWidth, given: root.clientWidth }));
    expect(room.needed).toBeLessThanOrEqual(room.given);
    const frame = await page.locator('.print-preview iframe').boundingBox();
    const box = await page.locator('.print-preview').boundingBox();
    expect(Math.abs((frame?.width ?? 0) - (box?.width ?? 1))).toBeLessThan(4);
  });

  test('people who are away on request', async () => {
    await open();
    await page.getByText('不在的人也打印').click();
    await page.getByText('打印时共 30 张').waitFor();
  });

  test('large cards for the old and those living alone, with full names when asked for', async () => {
    await open();
    await choose('大字卡');
    await preview().getByText('王**').first().waitFor();
    await page.getByText('印全名', { exact: true }).click();
    await preview().getByText('王秀英').waitFor();
    // born 1930–1952: 12, one of them away; one lives alone
    await page.getByText('打印时共 12 张').waitFor();
    expect(complaints).toEqual([]);
  });

  test('whoever may not read the register prints no full names', async () => {
    await open('?volunteer');
    await choose('大字卡');
    expect(await page.getByRole('checkbox', { name: '印全名' }).isDisabled()).toBe(true);
    await page.getByText('只有能看居民册的人可以印全名').waitFor();
  });

  test('our own series goes on where the last print ended', async () => {
    await open();
    await choose('试管标签');
    await preview().getByText('0001', { exact: true }).waitFor();
    await print();
    await preview().getByText('0101', { exact: true }).waitFor();
    await open();
    await choose('试管标签');
    await preview().getByText('0101', { exact: true }).waitFor();
  });

  test("a laboratory's series from a pasted first number, and what is wrong with it in words", async () => {
    await open('?lab');
    await choose('试管标签');
    const first = page.getByLabel('首号（粘贴或输入）');
    await first.fill(' 31092022041800001 ');
    await preview().getByText('31092022041800002', { exact: true }).waitFor();
    await first.fill('31092022041899999');
    await page.getByText('号段只剩 1 个号，不够 100 个').waitFor();
    expect(await page.getByRole('button', { name: /打\s*印$/ }).isDisabled()).toBe(true);
    await first.fill('王秀英');
    await page.getByText('号段填得不对').waitFor();
  });

  test('boxes, signs, and the sheet’s test page', async () => {
    await open();
    await choose('转运箱标签');
    expect(await preview().locator('.box').count()).toBe(4);
    await choose('现场标识');
    await preview().getByText('入口').waitFor();
    await print();
    // four kinds for each of two sites, three lanes
    expect((await printed())[0]?.split('class="page"')).toHaveLength(1 + 2 * 4 + 3);
    await choose('试管标签');
    await page.getByRole('button', { name: '打印测试页' }).click();
    expect((await printed())[1]).toContain('100 毫米');
  });

  test('no serious fault by axe on any of the five', async () => {
    await open();
    for (const kind of ['人员码卡', '大字卡', '试管标签', '转运箱标签', '现场标识']) {
      await choose(kind);
      await preview().locator('.page').first().waitFor();
      expect(await seriousFaults(page)).toEqual([]);
    }
  });
});
