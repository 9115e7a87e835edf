import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { linkOf } from '#groups/passes/domain/link.ts';
import { look, picture } from './support/browser.ts';
import { DemoDesk } from './support/demo-desk.ts';

interface Signed {
  readonly passes: readonly {
    readonly id: string;
    readonly text: string;
    readonly rollingKey: string | null;
  }[];
}

/** A whole building gets passes; one is shown on its holder's phone without a network, one is lost. */
describe('passes from the desk to a phone', () => {
  let demo: DemoDesk;
  let page: Page;
  let phone: BrowserContext;

  beforeAll(async () => {
    demo = await DemoDesk.open();
    ({ page } = demo);
    phone = await demo.browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-CN' });
  }, 120_000);
  beforeEach(({ onTestFailed }) => {
    onTestFailed(() => picture([['passes', page]]));
  });
  afterAll(() => demo?.close());

  const drawer = () => page.getByRole('dialog');

  it('are issued to a building at once', async () => {
    await demo.goto('/console/passes');
    await page.getByText('还没有发过出入证').waitFor();
    await look(page, 'passes-1-empty');
    await page.getByRole('button', { name: '发证' }).click();
    await drawer().getByRole('combobox', { name: '楼栋' }).fill('2号');
    await page.keyboard.press('Enter');
    await drawer().getByRole('button', { name: '全选没证的' }).click();
    await drawer().getByText('手机', { exact: true }).click();
    await look(page, 'passes-2-issue');
    await drawer()
      .getByRole('button', { name: /^发 \d+ 张$/ })
      .click();
    await drawer().getByRole('button', { name: '去打印' }).waitFor();
    await look(page, 'passes-3-issued');
  });

  it('are printed as cards with the code to be scanned', async () => {
    await drawer().getByRole('button', { name: '去打印' }).click();
    await page.getByRole('heading', { name: '打印出入证' }).waitFor();
    await page.getByText(/张是手机证/).waitFor();
    await look(page, 'passes-4-print');
  });

  it('stand in a list that opens from its figures, and a lost one is revoked with its reason', async () => {
    await demo.goto('/console/passes');
    await page.getByRole('link', { name: /有效/ }).click();
    await page.waitForURL(/state=good/);
    await look(page, 'passes-5-list');
    await page.locator('.row-button').first().click();
    await drawer().getByText('作废', { exact: true }).click();
    await look(page, 'passes-6-revoke');
    await drawer().getByRole('button', { name: '作废' }).last().click();
    await page.getByRole('link', { name: /已作废/ }).waitFor();
  });

  it('one whose link went astray is renewed, and handed out anew at once', async () => {
    await demo.goto('/console/passes?state=good');
    await page.locator('.row-button').first().click();
    await drawer().getByText('换发', { exact: true }).click();
    await drawer()
      .getByText(/之前发出的纸证和链接作废/)
      .waitFor();
    await look(page, 'passes-6b-renew');
    await drawer().getByRole('button', { name: '换发' }).last().click();
    await page.getByRole('heading', { name: '打印出入证' }).waitFor();
    await page.getByRole('button', { name: '复制领证链接' }).waitFor();
  });

  it('opens on a resident’s phone, stays there without a network, and changes its code', async () => {
    const { passes } = await demo.ask<{ passes: readonly { readonly id: string }[] }>('passes/list', {
      state: 'good',
    });
    const { passes: signed } = await demo.ask<Signed>('passes/signed', { passIds: [passes[0]?.id] });
    const [pass] = signed;
    if (!pass) throw new Error('nothing was signed');
    const holder = await phone.newPage();
    await holder.goto(linkOf(demo.server.address, pass));
    await holder.getByRole('heading', { name: '居民' }).waitFor();
    await holder.getByRole('img', { name: '出入证二维码' }).waitFor();
    expect(holder.url()).not.toContain('#');
    await look(holder, 'passes-7-phone');
    const drawn = () => holder.locator('.code path').getAttribute('d');
    const before = await drawn();
    await holder.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await holder.reload();
    await holder.waitForLoadState('networkidle');
    await phone.setOffline(true);
    await holder.reload();
    await holder.getByRole('heading', { name: '居民' }).waitFor();
    await expect.poll(drawn, { timeout: 40_000, interval: 500 }).not.toBe(before);
  });
});
