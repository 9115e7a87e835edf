import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, it } from 'vitest';
import { look, phone, picture } from './support/browser.ts';
import { DemoDesk } from './support/demo-desk.ts';
import { assignDuty, invite, join, type Newcomer, unlock } from './support/people.ts';

const EARLY: Newcomer = { name: '孙早班', phone: '19900010031', pin: '518203' };
const LATE: Newcomer = { name: '周晚班', phone: '19900010032', pin: '640917' };
const PATIENT = { timeout: 60_000 };

/** Two shifts at one gate, the first without a network: what it leaves, who takes over, what stays open. */
let demo: DemoDesk;
let desk: Page;
let contexts: BrowserContext[];
let early: Page;
let late: Page;

beforeAll(async () => {
  demo = await DemoDesk.open();
  desk = demo.page;
  contexts = [await phone(demo.browser), await phone(demo.browser)];
  const [first, second] = await Promise.all(contexts.map((context) => context.newPage()));
  if (!first || !second) throw new Error('no phones');
  [early, late] = [first, second];
}, 180_000);
beforeEach(({ onTestFailed }) => {
  onTestFailed(() =>
    picture([
      ['failed-desk', desk],
      ['failed-early', early],
      ['failed-late', late],
    ]),
  );
});
afterAll(async () => {
  for (const context of contexts ?? []) await context.close();
  await demo?.close();
});

async function dutyAtTheGate(who: Newcomer, page: Page): Promise<void> {
  await join(page, await invite(desk, demo.server.address, '志愿者', '秩序维护组'), who);
  await assignDuty(desk, demo.server.address, who.name, '秩序维护组', '东门');
  await page.reload();
  await unlock(page, who);
  await page.getByRole('link', { name: /交接 · 东门/ }).waitFor(PATIENT);
}

describe('two shifts at a gate', () => {
  it('the first writes what it leaves without a network: pending, and still there after a reload', async () => {
    await dutyAtTheGate(EARLY, early);
    await contexts[0]?.setOffline(true);
    await early.getByRole('link', { name: /交接 · 东门/ }).click();
    await early.getByText('没有未结事项').waitFor();
    await early.getByRole('button', { name: '写交接' }).click();
    await early.getByRole('button', { name: '排过队' }).click();
    await early.getByLabel('要说的话').fill('下午送菜车多，让他们靠边等');
    await early.getByLabel('第 1 件').fill('雨棚漏水，已报修，师傅还没来');
    await look(early, 'handover-phone-write');
    await early.getByRole('button', { name: '写好了，交班' }).click();
    await early.getByText('等接班的人确认', { exact: true }).waitFor();
    await early.getByText('下午送菜车多').waitFor();
    await early.reload();
    await unlock(early, EARLY);
    await early.getByText('雨棚漏水').waitFor();
    await look(early, 'handover-phone-pending');
    await contexts[0]?.setOffline(false);
    await early.getByText('全部已同步').first().waitFor(PATIENT);
  });

  it('the next reads it, takes over, and sees what is open', async () => {
    await dutyAtTheGate(LATE, late);
    await late.getByText('上一班的交接等您确认').waitFor(PATIENT);
    await late.getByRole('link', { name: /交接 · 东门/ }).click();
    await late.getByText('下午送菜车多').waitFor();
    await late
      .getByText(/孙\*\*/)
      .first()
      .waitFor();
    await look(late, 'handover-phone-read');
    await late.getByRole('button', { name: '看完了，接班' }).click();
    await late.getByText(/我 .*已接班/).waitFor();
  });

  it('the desk sees the thread of the place, and the point until somebody closes it', async () => {
    await demo.goto('/console/handovers?group=order');
    await desk.getByRole('row', { name: /雨棚漏水/ }).waitFor(PATIENT);
    await desk.getByRole('row', { name: /下午送菜车多.*周晚班/ }).waitFor(PATIENT);
    await look(desk, 'handover-desk');
    await late.getByRole('button', { name: /雨棚漏水/ }).click();
    await late.getByLabel('怎么办的（可不填）').fill('师傅换了油布');
    await look(late, 'handover-phone-point');
    await late.getByRole('button', { name: '办结了' }).click();
    await late.getByRole('heading', { name: '已办结' }).waitFor();
    await demo.goto('/console/handovers?group=order&place=%E4%B8%9C%E9%97%A8');
    await desk.getByRole('row', { name: /雨棚漏水.*师傅换了油布/ }).waitFor(PATIENT);
    await look(desk, 'handover-desk-place');
  });
});
