import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Language } from '#kernel/ui/language.ts';
import { expectNoSeriousFault } from '#tests/setup/axe.ts';
import { BROWSER } from './testing/browser.ts';
import type { DistServer } from './testing/serve-dist.ts';
import { serveGallery } from './testing/serve-gallery.ts';

const PICTURES = fileURLToPath(new URL('../../test-results/gallery/', import.meta.url));
const LANGUAGES: readonly Language[] = ['zh-CN', 'en'];
const WIDTHS = [390, 768, 1440] as const;

let server: DistServer;
let browser: Browser;

beforeAll(async () => {
  await mkdir(PICTURES, { recursive: true });
  [server, browser] = await Promise.all([serveGallery(), chromium.launch(BROWSER)]);
}, 120_000);

afterAll(async () => {
  await browser.close();
  await server.close();
});

const PAGES = [
  'console.html',
  'phone.html',
  'phone.html?part=forms',
  'phone.html?part=faces',
  'phone.html?part=sheet',
];
const PHONE_PAGES = PAGES.filter((path) => path.startsWith('phone'));

async function open(path: string, width: number, language: Language): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 844 } });
  await context.addInitScript((l) => localStorage.setItem('concerto.language', JSON.stringify(l)), language);
  const page = await context.newPage();
  await page.goto(`${server.origin}/${path}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

describe.each(LANGUAGES)('primitives in %s', (language) => {
  test.each(PAGES)('%s: no serious fault and nothing wider than the page, at three sizes', async (path) => {
    const page = await open(path, WIDTHS[0], language);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: width < 500 ? 844 : 900 });
      const name = `${path.replace(/\W+/g, '-')}-${width}-${language}.png`;
      await page.screenshot({ path: PICTURES + name, fullPage: true });
      await expectNoSeriousFault(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
    await page.context().close();
  });
});

describe('on the phone', () => {
  test('every target is at least 48 px high and every text at least 16 px', async () => {
    for (const path of PHONE_PAGES) {
      const page = await open(path, 390, 'zh-CN');
      expect(await smallTargets(page), path).toEqual([]);
      expect(await smallTexts(page), path).toEqual([]);
      await page.context().close();
    }
  });

  test('a hand scanner is heard from anywhere, and a field it typed into is put back', async () => {
    const page = await open('phone.html', 390, 'zh-CN');
    const codes = page.locator('[data-codes] li');
    await page.locator('body').evaluate(typeAsScanner, { code: 'P7K2-93XQ', gap: 5 });
    await expect.poll(() => codes.allTextContents()).toEqual(['scanner P7K2-93XQ']);
    const field = page.getByPlaceholder('输入编号');
    await field.fill('abc');
    await field.evaluate(typeAsScanner, { code: 'T04170032', gap: 5 });
    await expect.poll(() => codes.allTextContents()).toEqual(['scanner P7K2-93XQ', 'scanner T04170032']);
    expect(await field.inputValue()).toBe('abc');
    await page.context().close();
  });

  test('a choice that was tapped last is no field: a slow scanner is heard beside it', async () => {
    const page = await open('phone.html', 390, 'zh-CN');
    await page.locator('body').evaluate((body) => {
      body.insertAdjacentHTML('beforeend', '<input type="radio" id="tapped">');
    });
    await page.locator('#tapped').evaluate(typeAsScanner, { code: 'P7K2-93XQ', gap: 200 });
    const codes = page.locator('[data-codes] li');
    await expect.poll(() => codes.allTextContents()).toEqual(['scanner P7K2-93XQ']);
    await page.context().close();
  });

  test('typing by hand takes a code, cleaned, and flashes one word', async () => {
    const page = await open('phone.html', 390, 'zh-CN');
    await page.getByPlaceholder('输入编号').fill(' ３－４０２ ');
    await page.getByRole('button', { name: '确认' }).click();
    await expect.poll(() => page.locator('.flash').textContent()).toBe('已采');
    expect(await page.locator('[data-codes] li').allTextContents()).toEqual(['typed 3-402']);
    await expect.poll(() => page.locator('.flash').count()).toBe(0);
    await page.context().close();
  });

  test('the PIN pad takes the keyboard, hides the digits and empties itself', async () => {
    const page = await open('phone.html?part=forms', 390, 'zh-CN');
    await page.getByRole('button', { name: '数字 1' }).click();
    await page.keyboard.type('91919');
    await expect.poll(() => page.locator('[data-pin]').textContent()).toBe('6');
    expect(await page.locator('.pin-dot-set').count()).toBe(0);
    expect(await page.locator('body').textContent()).not.toContain('191919');
    await page.context().close();
  });

  test('a sheet holds the focus and gives it back', async () => {
    const page = await open('phone.html?part=sheet', 390, 'zh-CN');
    const sheet = page.getByRole('dialog');
    for (let i = 0; i < 5; i += 1) {
      await page.keyboard.press('Tab');
      expect(await sheet.evaluate((box) => box.contains(document.activeElement))).toBe(true);
    }
    await page.keyboard.press('Escape');
    await expect.poll(() => sheet.count()).toBe(0);
    await page.context().close();
  });
});

describe('on the console', () => {
  test('a row opens beside its list by keyboard, a filter is kept under a name over a reload', async () => {
    const page = await open('console.html', 1440, 'zh-CN');
    await page.getByRole('button', { name: '12号楼' }).press('Enter');
    await page.getByRole('dialog').getByText('12号楼').waitFor();
    await page.getByLabel('查找').fill('封控');
    await page.getByText('共 5 条').waitFor();
    await page.getByRole('button', { name: '筛选方案' }).click();
    await page.getByLabel('方案名称').fill('封控楼');
    await page.getByRole('button', { name: '保存当前筛选' }).click();
    await page.reload();
    await page.getByText('共 14 条').waitFor();
    await page.getByRole('button', { name: '筛选方案' }).click();
    await page.getByRole('button', { name: '封控楼', exact: true }).click();
    await page.getByText('共 5 条').waitFor();
    await page.context().close();
  });
});

/** What a finger has to hit and is lower than 48 px; links inside a sentence are judged with their line. */
function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, input, a[href]')]
      .filter((target) => target.offsetParent !== null && target.getBoundingClientRect().height < 48)
      .map((target) => target.outerHTML.slice(0, 120)),
  );
}

function smallTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const small: string[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (!parent || node.textContent?.trim() === '') continue;
      if (Number.parseFloat(getComputedStyle(parent).fontSize) < 16) small.push(node.textContent ?? '');
    }
    return small;
  });
}

/**
 * Keys as a scanner sends them, `gap` ms apart by their own time stamps: the pauses of a busy machine do not make them
 * fingers'.
 */
function typeAsScanner(
  target: HTMLElement | SVGElement,
  { code, gap }: { readonly code: string; readonly gap: number },
): void {
  target.focus();
  let at = performance.now();
  for (const key of [...code, 'Enter']) {
    at += gap;
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
    Object.defineProperty(event, 'timeStamp', { value: at });
    const taken = !target.dispatchEvent(event);
    if (!taken && key !== 'Enter') document.execCommand('insertText', false, key);
  }
}
