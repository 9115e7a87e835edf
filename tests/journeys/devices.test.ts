import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { desk, launch, look } from './support/browser.ts';
import { type RunningHouse, startHouse } from './support/house.ts';

const deviceId = randomUUID();

/** A phone that holds work falls silent and is lost: the secretary finds whom to call, and takes it out of use. */
describe('the phones of an area', () => {
  let house: RunningHouse;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    house = await startHouse();
    browser = await launch();
    page = await (await desk(browser)).newPage();
  });
  afterAll(async () => {
    await browser?.close();
    await house?.stop();
  });

  /** As the phone would ask for news, with the session of the page. */
  const pull = (pending: number) =>
    page.evaluate(
      async ([id, waiting]) => {
        const { places } = await (await fetch('/api/session')).json();
        const response = await fetch(`/api/areas/${places[0].areaId}/pull`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({
            protocol: 1,
            deviceId: id,
            held: {},
            pending: waiting,
            appVersion: '0.0.9',
          }),
        });
        return response.status;
      },
      [deviceId, pending] as const,
    );
  const row = () => page.getByRole('row').filter({ hasText: deviceId.slice(-6) });

  it('are listed once they were heard, with who is on them and what they hold', async () => {
    await page.goto(house.setUpLink ?? '');
    await page.getByRole('button', { name: '先看看演示居民区' }).click();
    await page.getByLabel('书记姓名').fill('李书记');
    await page.getByLabel('书记手机号').fill('13900000001');
    await page.getByLabel('密码（至少 6 位）').fill('583920');
    await page.getByLabel('再输一次密码').fill('583920');
    await page.getByRole('button', { name: '打开演示居民区' }).click();
    await page.waitForURL(/\/console\/?$/);
    expect(await pull(3)).toBe(200);
    await page.goto(`${house.address}/console/devices`);
    await row().waitFor();
    await row().getByRole('cell', { name: '李书记' }).waitFor();
    await row().getByRole('cell', { name: '3', exact: true }).waitFor();
    await row().getByRole('cell', { name: '0.0.9（旧' }).waitFor();
    await look(page, 'devices-01-list');
  });

  it('are named in the committee’s own words', async () => {
    await row().getByRole('button').first().click();
    await page.getByText('先找谁').waitFor();
    await page.getByLabel('手机的名字').fill(`备用机 ${deviceId.slice(-6)}`);
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByText('已改名').waitFor();
    await look(page, 'devices-02-drawer');
  });

  it('are taken out of use after the page has said what will happen, and told so', async () => {
    await page.getByText('还没交的记录一条不丢').waitFor();
    await page.getByText('现在还有 3 条没交').waitFor();
    await page.getByLabel('说明（可不填）').fill('落在2号点');
    await page.getByRole('button', { name: '停用', exact: true }).click();
    await row().filter({ hasText: '已停用' }).waitFor();
    await look(page, 'devices-03-revoked');
    expect(await pull(3)).toBe(403);
  });

  it('are taken back into use when they are found', async () => {
    await row().getByRole('button').first().click();
    await page.getByText('落在2号点').waitFor();
    await page.getByRole('button', { name: '恢复使用' }).click();
    await row().filter({ hasText: '已停用' }).waitFor({ state: 'detached' });
  });
});
