import { appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleSession } from '#kernel/ui/testing/sample-session.ts';
import { expectNoSeriousFault } from '#tests/setup/axe.ts';
import { BROWSER } from './testing/browser.ts';
import { FIRST_LOAD_LIMIT, firstLoad } from './testing/first-load.ts';
import { holdings } from './testing/pulled.ts';
import { type ShellServer, serveShells } from './testing/serve-shells.ts';
import { letIn, PIN, signInOnPhone, unlockPhone } from './testing/signed-in.ts';

/** A name that is not this machine's own: the browser then gives the page no secure context. */
const PLAIN_HOST = 'concerto.test';

let server: ShellServer;
let browser: Browser;

beforeAll(async () => {
  server = await serveShells();
  const args = [...(BROWSER.args ?? []), `--host-resolver-rules=MAP ${PLAIN_HOST} 127.0.0.1`];
  browser = await chromium.launch({ ...BROWSER, args });
}, 180_000);

afterAll(async () => {
  await browser.close();
  await server.close();
});

interface Visit {
  readonly width?: number;
  readonly language?: 'zh-CN' | 'en';
  readonly signedIn?: boolean;
}

async function visitor({
  width = 390,
  language = 'zh-CN',
  signedIn = true,
}: Visit = {}): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width, height: 844 } });
  await context.addInitScript(
    ([session, chosen]) => {
      if (session && !localStorage.getItem('concerto.desk')) localStorage.setItem('concerto.desk', session);
      localStorage.setItem('concerto.language', JSON.stringify(chosen));
    },
    [signedIn ? sampleSession() : null, language] as const,
  );
  if (signedIn) await letIn(context);
  return context;
}

async function ready(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
}

describe('the phone without a network', () => {
  test('opens, also at a deep address and after a reload, once it was visited', async () => {
    const context = await visitor();
    const page = await context.newPage();
    await signInOnPhone(page, server.origin);
    await page.getByText('王秀兰，您好').waitFor();
    await ready(page);
    await context.setOffline(true);
    await page.reload();
    await unlockPhone(page);
    await page.getByText('王秀兰，您好').waitFor();
    await page.goto(`${server.origin}/phone/me`);
    await unlockPhone(page);
    await page.getByRole('button', { name: '退出登录' }).waitFor();
    await context.close();
  });

  test('keeps every file of its own and none of the console', async () => {
    const worker = await readFile(join(server.folder, 'phone/worker.js'), 'utf8');
    const kept = [...worker.matchAll(/url:"([^"]+)"/g)].map((match) => match[1] ?? '');
    expect(kept.length).toBeGreaterThan(10);
    const missing = [];
    for (const url of kept) {
      const answer = await fetch(server.origin + url);
      if (!answer.ok) missing.push(url);
    }
    expect(missing).toEqual([]);
    const page = await readFile(join(server.folder, 'console/index.html'), 'utf8');
    const entry = /src="(\/assets\/console-[^"]+)"/.exec(page)?.[1] ?? '';
    expect(entry).not.toBe('');
    expect(kept).not.toContain(entry);
    expect(kept.some((url) => url.endsWith('.wasm'))).toBe(true);
  });
});

describe('the first load of the phone', () => {
  test.each(Object.entries(holdings()))('stays under its bar for one who is %s', async (_, held) => {
    const { bytes } = await firstLoad(browser, server, held);
    expect(bytes).toBeLessThanOrEqual(FIRST_LOAD_LIMIT);
  });
});

describe('a new version of the phone', () => {
  test('waits until the person takes it', async () => {
    const context = await visitor();
    const page = await context.newPage();
    await signInOnPhone(page, server.origin);
    await ready(page);
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await appendFile(join(server.folder, 'phone/worker.js'), '\n// the next version\n');
    await page.evaluate(async () => {
      await (await navigator.serviceWorker.getRegistration('/phone/'))?.update();
    });
    await page.getByText('有新版本').waitFor();
    const loaded = page.waitForEvent('load');
    await page.getByRole('button', { name: '更新' }).click();
    await loaded;
    await unlockPhone(page);
    await page.getByText('王秀兰，您好').waitFor();
    expect(await page.getByText('有新版本').count()).toBe(0);
    await context.close();
  });
});

describe('on plain HTTP', () => {
  test('the phone says what will not work, and still lets the person go on', async () => {
    const context = await visitor();
    const page = await context.newPage();
    await page.goto(`${server.origin.replace('localhost', PLAIN_HOST)}/phone/`);
    await page.getByRole('heading', { name: '这个网址不是安全连接' }).waitFor();
    await expectNoSeriousFault(page);
    await page.getByRole('button', { name: '先这样用' }).click();
    await page.getByLabel('手机号').fill('19900010003');
    await page.getByRole('button', { name: '下一步' }).click();
    for (const digit of PIN) await page.getByRole('button', { name: `数字 ${digit}` }).click();
    await page.getByText('王秀兰，您好').waitFor();
    await context.close();
  });
});

describe('nobody signed in', () => {
  test.each([
    ['/phone/outbox', '/phone/sign-in'],
    ['/console/', '/console/sign-in'],
  ])('%s leads to %s', async (asked, answered) => {
    const context = await visitor({ signedIn: false });
    const page = await context.newPage();
    await page.goto(server.origin + asked);
    await page.waitForURL((url) => url.pathname === answered);
    await context.close();
  });
});

describe.each(['zh-CN', 'en'] as const)('shells in %s', (language) => {
  test.each([
    ['/phone/', true],
    ['/phone/outbox', true],
    ['/phone/me', true],
    ['/phone/sign-in', false],
    ['/phone/nowhere', true],
    ['/console/', true],
    ['/console/sign-in', false],
    ['/console/nowhere', true],
  ])('%s has no serious fault and fits its page at three sizes', async (path, signedIn) => {
    const context = await visitor({ language, signedIn });
    const page = await context.newPage();
    const onPhone = signedIn && path.startsWith('/phone');
    if (onPhone) await signInOnPhone(page, server.origin);
    await page.goto(server.origin + path);
    if (onPhone && !path.endsWith('nowhere')) await unlockPhone(page);
    await page.locator('h1, .quiet').first().waitFor();
    for (const width of [390, 768, 1440]) {
      await page.setViewportSize({ width, height: 844 });
      // The sizes change the layout, the language only the words in it: all sizes are judged in one language.
      if (language === 'zh-CN' || width === 390) await expectNoSeriousFault(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
    expect(await page.evaluate(() => document.documentElement.lang)).toBe(language);
    await context.close();
  });
});
