import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { codeOfRow } from '#core/codes/contract.ts';
import type { ListedPersonRow } from '#groups/testing/contract.ts';
import { rowsOf } from './support/area-state.ts';
import { launch, look, phone, picture } from './support/browser.ts';
import { type RunningHouse, startHouse } from './support/house.ts';
import { LanePhone } from './support/lane.ts';
import { join, type Newcomer } from './support/people.ts';
import { type TestingArea, testingArea } from './support/testing-area.ts';

const ANNA: Newcomer = { name: '周安娜', phone: '19900010003', pin: '630284' };

/**
 * A lane on a day when not everything goes straight: a household with a child, somebody who says no, a single sample
 * beside the pool, a swab that fell, a wrong tube. The phone is offline nearly all the time; each step goes on from the
 * one before.
 */
describe('at a lane', () => {
  let house: RunningHouse;
  let browser: Browser;
  let area: TestingArea;
  let lane: LanePhone;
  let page: Page;
  let household: readonly ListedPersonRow[];
  let others: readonly ListedPersonRow[];

  const codeOf = (row: ListedPersonRow | undefined): string =>
    codeOfRow('person', area.areaId, row?.residentId ?? '');
  const tube = (n: number): string => area.tubes[n] ?? '';
  const strip = (name: string | RegExp) => page.getByRole('region', { name });
  const button = (name: string | RegExp) =>
    page.getByRole('button', { name, exact: typeof name === 'string' });
  const back = () => page.getByRole('button', { name: '返回' }).click();
  const flashGone = () => page.locator('.flash').waitFor({ state: 'detached' });
  const type = async (text: string) => {
    await page.getByPlaceholder('输入编号').fill(text);
    await button('确认').click();
  };

  beforeAll(async () => {
    house = await startHouse();
    browser = await launch();
    area = await testingArea(house, browser);
    const context = await phone(browser);
    page = await context.newPage();
    lane = new LanePhone(context, page, ANNA);
    await join(page, await area.invite(), ANNA);
    await area.onDuty(ANNA.name);
    const year = new Date().getFullYear();
    const rows = await rowsOf(area.secretary, house.address, area.areaId, 'testing.person');
    const people = rows as readonly object[] as readonly ListedPersonRow[];
    const here = people.filter((row) => !row.away);
    const isChild = (row: ListedPersonRow) => row.birthYear !== null && year - row.birthYear < 14;
    const child = here.find(
      (row) =>
        isChild(row) && here.filter((one) => one.householdId === row.householdId && !isChild(one)).length > 1,
    );
    household = here.filter((row) => row.householdId === child?.householdId);
    household = [...household].sort((a, b) => (b.birthYear ?? 0) - (a.birthYear ?? 0));
    others = here.filter((row) => row.householdId !== child?.householdId);
    await lane.reload();
    await page.getByRole('link', { name: /去采样/ }).waitFor();
    await lane.waitUntilSynced();
    await lane.goToFirst();
    await lane.context.setOffline(true);
  }, 180_000);
  beforeEach(({ onTestFailed }) => {
    onTestFailed(() =>
      picture([
        ['failed-lane', page],
        ['failed-desk', area.secretary],
      ]),
    );
  });
  afterAll(async () => {
    await browser?.close();
    await house?.stop();
  });

  it('takes codes from a scanner that sends Tab, in lower case, and typed in full width', async () => {
    await page.keyboard.type(tube(0).toLowerCase(), { delay: 2 });
    await page.keyboard.press('Tab');
    await lane.flashes('新管');
    await page.keyboard.type(codeOf(others[0]).toLowerCase(), { delay: 2 });
    await page.keyboard.press('Tab');
    await lane.holds(1);
    const wide = [...codeOf(others[1])].map((c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)).join('');
    await type(wide);
    await lane.holds(2);
  });

  it('says in words what is wrong with a card number, and what it did not find', async () => {
    await type('310199198809074297');
    await lane.flashes('身份证号有一位不对');
    await flashGone();
    await type('31019919880907429８');
    await page.getByRole('dialog').getByText('310199', { exact: false }).waitFor({ state: 'detached' });
    await page.getByRole('dialog').getByText('4298', { exact: false }).waitFor();
    await look(page, 'sampling-unknown-card');
    await button('取消').click();
  });

  it('offers the rest of a household after one of it, and asks who came along with a child', async () => {
    const [child, ...grownUps] = household;
    await lane.sample(codeOf(child), 3);
    await flashGone();
    await strip(/谁陪同/).waitFor();
    await look(page, 'sampling-household');
    await strip(/谁陪同/)
      .getByRole('button')
      .first()
      .click();
    await page.getByText(/^陪同：/).waitFor();
    const offered = strip('同户还没采，点一下就采').getByRole('button');
    expect(await offered.count()).toBe(Math.min(6, grownUps.length));
    await offered.first().click();
    await lane.holds(4);
  });

  it('keeps a refusal with its reason, found by room and written at the door', async () => {
    const refused = others[4];
    await button('姓名').click();
    await page.getByRole('searchbox').fill(refused?.initials ?? '');
    const line = [refused?.building, refused?.entrance, refused?.room, refused?.nameMask]
      .filter(Boolean)
      .join(' ');
    await flashGone();
    await look(page, 'sampling-find');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: `${line} 详情` })
      .first()
      .click();
    await page.getByText('还没采').first().waitFor();
    await look(page, 'sampling-person');
    await button('拒检').click();
    await look(page, 'sampling-refusal');
    await page.getByLabel('补充一句（可不填）').fill('说明天再来');
    await button('身体不适').click();
    await page.getByText('拒检：身体不适').first().waitFor();
    await flashGone();
    await look(page, 'sampling-refused');
    await back();
  });

  it('samples one singly beside the pool, which stays open', async () => {
    await button('单采').click();
    await page.getByRole('region', { name: '单采：单独一管' }).waitFor();
    await look(page, 'sampling-single');
    await lane.scan(tube(0));
    await lane.flashes('这个试管码已经用过');
    await lane.scan(tube(9));
    await page.getByText('已拿好，再扫这位居民').waitFor();
    await lane.scan(codeOf(others[5]));
    await lane.holds(4);
    await flashGone();
    await page
      .getByRole('link', { name: /刚刚|\d\d:\d\d/ })
      .first()
      .click();
    await page
      .getByText(/已单采/)
      .first()
      .waitFor();
  });

  it('voids a swab that fell, and the person sampled again is no double', async () => {
    await back();
    await lane.sample(codeOf(others[6]), 5);
    await page
      .getByRole('link', { name: /\d\d:\d\d/ })
      .first()
      .click();
    await button('坏样，重采').click();
    await look(page, 'sampling-spoil');
    await button('拭子掉了、碰脏了').click();
    await page.getByText('还没采').first().waitFor();
    await page.getByText(/坏样：拭子掉了/).waitFor();
    await flashGone();
    await look(page, 'sampling-spoilt');
    await back();
    await lane.holds(4);
    await lane.sample(codeOf(others[6]), 5);
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  it('moves the last two to the tube they are really in, scanned', async () => {
    await button('本台试管').click();
    await page.getByRole('button', { name: /5 \/ 10/ }).click();
    await flashGone();
    await look(page, 'sampling-tube');
    await button('管码错了').click();
    const boxes = page.getByRole('dialog').getByRole('checkbox');
    await boxes.nth(3).check();
    await boxes.nth(4).check();
    await look(page, 'sampling-move');
    await lane.scan(tube(1));
    await look(page, 'sampling-move-ask');
    await button('改过去').click();
    await lane.flashes('管码已更正');
    await page.getByText('3 / 10').first().waitFor();
    await back();
    await page.getByRole('button', { name: /2 \/ 10/ }).waitFor();
  });

  it('gives two tubes that were mixed up each other’s code', async () => {
    await page.getByRole('button', { name: /2 \/ 10/ }).click();
    await button('两管拿反了').click();
    await lane.scan(tube(0));
    await page.getByText(/对调/).first().waitFor();
    await look(page, 'sampling-swap');
    await page.getByRole('dialog').getByRole('button', { name: '对调' }).click();
    await lane.flashes('管码已更正');
    await page.getByText('2 / 10').first().waitFor();
  });

  it('voids a whole tube after saying how many come again', async () => {
    await button('整管作废').click();
    await button('漏液').click();
    await page.getByText(/2 人要重采/).waitFor();
    await look(page, 'sampling-spoil-tube');
    await page.getByRole('dialog').getByRole('button', { name: '整管作废' }).click();
    await lane.flashes('整管已作废');
    await page.getByText('这支管已作废或并入别的管').waitFor();
    await back();
  });

  it('online again, the board counts as the phone did, and each figure opens', async () => {
    await lane.context.setOffline(false);
    await lane.waitUntilSynced();
    // Three in the pool that stands, one singly.
    await expect.poll(() => area.board(), { timeout: 30_000, interval: 1_000 }).toMatch(/4\s*入管人次/);
    const { secretary } = area;
    await look(secretary, 'sampling-board');
    await secretary.locator('a.figure', { hasText: '拒检' }).click();
    await secretary.getByText('拒检：身体不适（说明天再来）').waitFor();
    await look(secretary, 'sampling-board-refused');
  });

  it('a leader moves one more to another tube at the desk', async () => {
    const { secretary } = area;
    const { origin, pathname } = new URL(secretary.url());
    const roundId = pathname.split('/')[3] ?? '';
    await secretary.goto(`${origin}/console/testing/${roundId}/tubes/${tube(1)}`);
    await secretary.getByRole('heading', { name: '更正管码' }).waitFor();
    await look(secretary, 'sampling-desk-correct');
    await secretary.getByRole('checkbox').first().check();
    await secretary.getByLabel('正确的试管码').fill(tube(5));
    await secretary.getByRole('button', { name: '改过去' }).click();
    await secretary.getByText('管码已更正').first().waitFor();
    await secretary.goto(`${origin}/console/testing/${roundId}/tubes/${tube(5)}`);
    await secretary.getByRole('checkbox').first().waitFor();
    expect(await secretary.getByRole('checkbox').count()).toBe(1);
  });
});
