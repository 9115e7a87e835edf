import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { totpCode } from '#core/accounts/domain/totp.ts';
import type { PlacesTree } from '#core/places/contract.ts';
import { uuidv7 } from '#kernel/time-id/uuid.ts';
import { enrolAuthenticator } from './support/authenticator.ts';
import { look, phone } from './support/browser.ts';
import { DemoDesk } from './support/demo-desk.ts';
import { invite, join, type Newcomer, unlock } from './support/people.ts';

const GUARD: Newcomer = { name: '郑守门', phone: '19900010021', pin: '917264' };
const PATIENT = { timeout: 60_000 };
const newId = () => uuidv7(Date.now());

let demo: DemoDesk;
let context: BrowserContext;
let page: Page;
let building: { id: string; label: string };
/** What was handed to the print dialog. */
const printed: string[] = [];

beforeAll(async () => {
  demo = await DemoDesk.open();
  await demo.page.exposeFunction('keepPrinted', (document: string) => printed.push(document));
  await demo.page.addInitScript(() => {
    // The dialog itself cannot be driven: what would be printed is kept instead.
    window.print = () => {
      const { parent } = window as unknown as { parent: { keepPrinted?: (text: string) => void } };
      parent.keepPrinted?.(document.documentElement.outerHTML);
    };
  });
  const { compounds } = await demo.ask<PlacesTree>('places/tree', {});
  const compound = compounds.find(({ name }) => name === '清源小区');
  const [first] = compound?.buildings ?? [];
  if (!compound || !first) throw new Error('the demo has no 清源小区');
  building = first;
  const lanes = [{ laneId: newId(), name: '人行', direction: 'both' }];
  const gate = {
    gateId: newId(),
    name: '东门',
    compoundId: compound.id,
    openFrom: null,
    openUntil: null,
    lanes,
  };
  await demo.send('gates.add-gate', gate);
  const period = { from: Date.now(), until: null };
  const why = { reason: '混管阳性待复核', source: '街道通知' };
  const sealed = compound.buildings[2];
  await demo.send('zones.set-status', {
    statusId: newId(),
    placeKind: 'building',
    placeId: sealed?.id,
    status: 'lockdown',
    ...period,
    ...why,
  });
  context = await phone(demo.browser);
  page = await context.newPage();
  await join(page, await invite(demo.page, demo.server.address, '志愿者', '秩序维护组'), GUARD);
  const { people } = await demo.ask<{ people: { id: string; name: string }[] }>('accounts/people', {});
  await demo.send('roster.assign-duty', {
    dutyId: newId(),
    memberId: people.find(({ name }) => name === GUARD.name)?.id,
    group: 'order',
    place: '东门',
    from: Date.now() - 3_600_000,
    until: Date.now() + 8 * 3_600_000,
  });
}, 180_000);
afterAll(() => demo.close());

/** The gate is chosen once; everything else is reached from it. */
const atTheGate = async () => {
  await page.goto(`${demo.server.address}/phone/gates`);
  await unlock(page, GUARD);
  await page.getByRole('button', { name: /东门/ }).click(PATIENT);
  await page.getByRole('button', { name: '外来登记' }).click();
};
const settled = () => page.locator('.flash').waitFor({ state: 'detached' });

describe('visits at a gate', () => {
  it('are registered in three taps, and turned away at a sealed house', async () => {
    await atTheGate();
    await page.getByRole('button', { name: /访客/ }).waitFor(PATIENT);
    await look(page, 'visits-1-who');
    await page.getByRole('button', { name: /访客/ }).click();
    await look(page, 'visits-2-where');
    await page.getByRole('button', { name: building.label, exact: true }).click();
    await look(page, 'visits-3-may');
    await page.getByRole('button', { name: '进', exact: true }).click();
    await settled();
    await page.getByText('刚登记').waitFor();
    await look(page, 'visits-3b-registered');

    await page.getByRole('button', { name: /快递外卖/ }).click();
    await page.getByRole('button', { name: /^3号 *封控/ }).click();
    await page.getByText('不能进').waitFor();
    await look(page, 'visits-4-refused');
    await page.getByRole('button', { name: '不进，记下' }).click();
    await settled();
  });

  it('are registered without a network, and shown as pending until it is back', async () => {
    await context.setOffline(true);
    await page.getByRole('button', { name: /快递外卖/ }).click();
    await page.getByRole('button', { name: building.label, exact: true }).click();
    await page.getByText('补充（可以不填）').click();
    await page.getByRole('button', { name: '填车牌' }).click();
    for (const key of '沪AD12345') await page.getByRole('button', { name: key, exact: true }).click();
    await look(page, 'visits-5-plate');
    await page.getByRole('button', { name: '用这个车牌' }).click();
    await look(page, 'visits-6-more');
    await page.getByRole('button', { name: '进', exact: true }).click();
    await settled();
    await look(page, 'visits-7-last');
    await page.getByRole('button', { name: '在内名单' }).click();
    await page.getByText('待同步').first().waitFor();
    await look(page, 'visits-8-inside');
    await page.getByRole('button', { name: '疏散名单' }).click();
    await page.getByRole('button', { name: building.label, exact: true }).first().click();
    await page.getByText('需协助').first().waitFor(PATIENT);
    await page.locator('.evac-row').first().click();
    await look(page, 'visits-9-evacuation');
    await context.setOffline(false);
  });

  it('are seen at the desk, with the list of the house on paper', async () => {
    const desk = demo.page;
    await expect
      .poll(
        async () => (await demo.ask<{ visits: unknown[] }>('gates/visitsInside', {})).visits.length,
        PATIENT,
      )
      .toBe(2);
    await demo.goto('/console/gates/inside');
    await desk.getByText('居民在家').first().waitFor();
    await look(desk, 'inside-1-buildings');
    await desk.locator('.ant-segmented').getByText('来访在内').click();
    await desk.getByText('沪A·D12345').click();
    await desk.getByRole('button', { name: '登记离开' }).waitFor();
    await look(desk, 'inside-2-visit');
    await desk.getByRole('button', { name: '登记离开' }).click();
    await desk.getByText('已登记离开').waitFor();
    await demo.goto(`/console/gates/inside/${building.id}`);
    await desk.getByRole('button', { name: '打印', exact: true }).waitFor();
    await look(desk, 'inside-3-evacuation');
    await desk.getByRole('button', { name: '打印', exact: true }).click();
    await expect.poll(() => printed.length).toBe(1);
    expect(printed[0]).toContain('▲');
  });

  it('names stand in full behind a reason and the second factor', async () => {
    const desk = demo.page;
    await demo.goto('/console/gates/inside');
    const secret = await enrolAuthenticator(desk, { name: '王书记', pin: '246810' });
    await demo.goto(`/console/gates/inside/${building.id}`);
    await desk.getByRole('button', { name: '看全名' }).click();
    await desk.getByLabel('用途').fill('疏散演练');
    await desk.getByRole('dialog').getByRole('button', { name: '看全名' }).click();
    await showFactor(desk, secret);
    await desk.getByText('已显示全名，半小时内有效').first().waitFor();
    expect(await desk.locator('tbody').textContent()).not.toContain('**');
  });
});

/** Types the code when it is asked for: a second factor set up a moment ago may count as shown. */
async function showFactor(desk: Page, secret: string): Promise<void> {
  const field = desk.getByRole('dialog').getByLabel('动态码', { exact: true });
  const done = () => desk.getByText('已显示全名').first().isVisible();
  await expect.poll(async () => (await done()) || (await field.isVisible()), PATIENT).toBe(true);
  if (await done()) return;
  await field.fill(totpCode(secret, Date.now()));
  await desk.keyboard.press('Enter');
}
