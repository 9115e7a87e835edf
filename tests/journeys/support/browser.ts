import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Locator, type Page } from 'playwright-core';
import { vi } from 'vitest';
import { BROWSER } from '#apps/web/testing/browser.ts';
import { expectNoSeriousFault } from '../../setup/axe.ts';

export const launch = (): Promise<Browser> => chromium.launch(BROWSER);

/** How long a step waits for what it needs before it fails: a busy machine stands still for many seconds at times. */
const PATIENCE_MS = 45_000;

/** A desk with a big screen. */
export async function desk(browser: Browser): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  context.setDefaultTimeout(PATIENCE_MS);
  return context;
}

export const PHONE = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
  locale: 'zh-CN',
  timezoneId: 'Asia/Shanghai',
} as const;

/** A volunteer's phone: its own storage, its own network. */
export async function phone(browser: Browser): Promise<BrowserContext> {
  const context = await browser.newContext(PHONE);
  context.setDefaultTimeout(PATIENCE_MS);
  return context;
}

/** Keeps a picture where `CONCERTO_PICTURES` says, if it says so, and looks the page over with axe. */
export async function look(page: Page, name: string): Promise<void> {
  await picture([[name, page]]);
  await expectNoSeriousFault(page);
}

/**
 * Types into a field of a list and takes what is called exactly so, or else the first that fits. A drawer on its way in
 * closes the list that opened; then it is typed again.
 */
export async function pick(page: Page, field: Locator, typed: string, exact = false): Promise<void> {
  const which = exact ? `[title="${typed}"]` : '';
  const option = page.locator(`.ant-select-dropdown:visible .ant-select-item-option${which}`).first();
  await vi.waitFor(
    async () => {
      await field.fill(typed);
      await option.click({ timeout: 2_000 });
    },
    { timeout: 30_000 },
  );
}

/**
 * Does what should bring something about, again where nothing came of it within `PATIENCE_MS / 3`: a page on a busy
 * machine at times takes no notice of a click, and whoever sits there clicks again.
 * @param seen waits at most so many ms for what should come of it
 */
export async function insist(deed: () => Promise<void>, seen: (ms: number) => Promise<void>): Promise<void> {
  for (let left = 2; left > 0; left--) {
    await deed();
    const came = await seen(PATIENCE_MS / 3).then(
      () => true,
      () => false,
    );
    if (came) return;
  }
  await deed();
  await seen(PATIENCE_MS);
}

/** Pages as they stand, into the folder that `CONCERTO_PICTURES` names. */
export async function picture(pages: readonly (readonly [name: string, page: Page])[]): Promise<void> {
  const { CONCERTO_PICTURES: folder } = process.env;
  if (!folder) return;
  await mkdir(folder, { recursive: true });
  for (const [name, page] of pages) await page.screenshot({ path: join(folder, `${name}.png`) });
}

/** A hand scanner or a card reader: it types fast and ends with Enter. */
export async function wedge(page: Page, code: string): Promise<void> {
  await page.keyboard.type(code, { delay: 2 });
  await page.keyboard.press('Enter');
}
