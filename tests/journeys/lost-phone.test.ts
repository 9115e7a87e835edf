import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER } from '#apps/web/testing/browser.ts';
import { unpackResponse } from '#kernel/sync/columns.ts';
import { readLines } from '#kernel/sync/lines.ts';
import { launch, look, PHONE } from './support/browser.ts';
import { searchDisk } from './support/disk.ts';
import { type RunningHouse, startHouse } from './support/house.ts';
import { LanePhone } from './support/lane.ts';
import { join as joinBy, type Newcomer, typePin, unlock } from './support/people.ts';
import { type TestingArea, testingArea } from './support/testing-area.ts';

const ANNA: Newcomer = { name: '欧阳蕴芝', phone: '19912345687', pin: '630284' };
/** Of the thousands of texts downloaded; what is true of these is true of all. */
const MOST_TEXTS = 80;
/** Written in the clear on purpose: a search that does not find it proves nothing. */
const CANARY = '司徒金丝雀19987654321';

/**
 * A phone is lost after a day's work: whoever finds it copies everything the browser has written. The story reads
 * every file of the profile byte by byte.
 */
describe('a lost phone', () => {
  let house: RunningHouse;
  let browser: Browser;
  let area: TestingArea;
  let profile: string;
  let opened: BrowserContext | undefined;
  /** What the server sent to this phone that names or numbers a resident. */
  const sent = new Set<string>();

  const openPhone = async (): Promise<{ context: BrowserContext; page: Page }> => {
    const context = await chromium.launchPersistentContext(profile, { ...BROWSER, ...PHONE });
    opened = context;
    context.setDefaultTimeout(60_000);
    const page = context.pages()[0] ?? (await context.newPage());
    page.on('response', async (response) => {
      if (!response.url().endsWith('/pull') || !response.ok()) return;
      const bytes = await response.body().catch(() => null);
      const terms = bytes ? unpackResponse(readLines(bytes)).terms : [];
      for (const { collections } of terms) collect(collections['testing.person'], sent);
    });
    return { context, page };
  };

  beforeAll(async () => {
    profile = await mkdtemp(join(tmpdir(), 'concerto-lost-'));
    house = await startHouse();
    browser = await launch();
    area = await testingArea(house, browser);
  }, 240_000);
  afterEach(() => opened?.close());
  afterAll(async () => {
    await browser?.close();
    await house?.stop();
    await rm(profile, { recursive: true, force: true });
  });

  it('worked a day: joined, downloaded the list, sampled with and without a network, was reloaded', async () => {
    const { context, page } = await openPhone();
    await joinBy(page, await area.invite(), ANNA);
    await area.onDuty(ANNA.name);
    const lane = new LanePhone(context, page, ANNA);
    await lane.fetchList();
    await lane.goToFirst();
    await lane.scan(area.tubes[0] ?? '');
    await lane.flashes('新管');
    for (const [i, resident] of area.residents.slice(0, 3).entries()) await lane.sample(resident.code, i + 1);
    await page.getByRole('button', { name: '姓名', exact: true }).click();
    await page.getByRole('searchbox').fill(area.residents[5]?.name.slice(0, 1) ?? '');
    await page.getByRole('dialog').getByRole('button').nth(2).waitFor();
    await page.keyboard.press('Escape');
    await context.setOffline(true);
    await lane.sample(area.residents[3]?.code ?? '', 4);
    await page.reload();
    await page.getByRole('group', { name: /请输密码/ }).waitFor();
    await typePin(page, '630285');
    await page.getByText(/密码不对/).waitFor();
    await unlock(page, ANNA);
    await lane.holds(4);
    await look(page, 'lost-phone-last-seen');
    expect(sent.size).toBeGreaterThan(100);
  });

  it('has none of it on its disk in the clear', async () => {
    const planted = [ANNA.name, ANNA.phone, ANNA.pin, ...[...sent].slice(0, MOST_TEXTS)];
    expect(await searchDisk(profile, planted)).toEqual([]);
  });

  it('asks whoever finds it for a PIN, and names nobody', async () => {
    const { context, page } = await openPhone();
    await context.setOffline(true);
    await page.goto(`${house.address}/phone/`);
    await page.getByRole('group', { name: /请输密码/ }).waitFor();
    const shown = (await page.locator('body').textContent()) ?? '';
    expect(shown).toContain('欧**');
    expect([...sent, ANNA.name, ANNA.phone].filter((text) => shown.includes(text))).toEqual([]);
    await look(page, 'lost-phone-found');
  });

  it('would have been caught: a canary written the old way is found in every place', async () => {
    const { context, page } = await openPhone();
    await page.goto(`${house.address}/phone/`);
    await page.evaluate(async (canary) => {
      localStorage.setItem('canary', `local ${canary}`);
      const cache = await caches.open('canary');
      await cache.put('/canary', new Response(`cache ${canary}`));
      const open = indexedDB.open('canary', 1);
      await new Promise<void>((resolve, reject) => {
        open.onupgradeneeded = () => open.result.createObjectStore('rows');
        open.onerror = () => reject(open.error);
        open.onsuccess = () => {
          const change = open.result.transaction('rows', 'readwrite', { durability: 'strict' });
          const rows = Array.from({ length: 200 }, (_, n) => ({
            id: n,
            name: n === 150 ? canary : `row ${n}`,
          }));
          change.objectStore('rows').put(JSON.stringify({ rows }), 'segment');
          change.oncomplete = () => resolve();
        };
      });
    }, CANARY);
    await context.close();
    const files = (await searchDisk(profile, [CANARY])).map(({ file }) => file);
    for (const place of [/Local Storage/, /IndexedDB/, /CacheStorage/]) {
      expect(
        files.some((file) => place.test(file)),
        String(place),
      ).toBe(true);
    }
  });
});

/** Names, masks, phone numbers: what stands in fields of such names, anywhere in an answer. */
function collect(value: unknown, found: Set<string>): void {
  if (Array.isArray(value)) for (const item of value) collect(item, found);
  if (value === null || typeof value !== 'object') return;
  for (const [field, inside] of Object.entries(value)) {
    if (typeof inside !== 'string') collect(inside, found);
    else if (/name|phone|mask|identity|number/i.test(field) && inside.length > 1) found.add(inside);
  }
}
