import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeOfRow, nextTubeCodes } from '#core/codes/contract.ts';
import type { CardRow } from '#groups/testing/contract/print-queries.ts';
import { lanesOf } from '#groups/testing/testing/area.ts';
import { uuidv7 } from '#kernel/time-id/uuid.ts';
import { look, wedge } from './support/browser.ts';
import { DemoDesk } from './support/demo-desk.ts';
import { shanghai } from './support/people.ts';

const HOUR = 3_600_000;

/** A round whose morning went on paper because phones failed, at the secretary's desk. */
let demo: DemoDesk;
let page: Page;
let roundId: string;
let people: readonly CardRow[];
let tubes: readonly string[];

/** When it was written down. */
const writtenAt = Date.now() - 1.5 * HOUR;
const clock = shanghai(writtenAt).slice(11);

beforeAll(async () => {
  demo = await DemoDesk.open();
  ({ page } = demo);
  const opened = await demo.openRound('13号甲', {}, Date.now() - 2 * HOUR);
  ({ people } = opened);
  ({ roundId } = opened.round);
  const codes = nextTubeCodes({ kind: 'own', areaId: demo.areaId, day: '2022-04-17', lane: '1' }, 1, 2);
  tubes = Array.isArray(codes) ? codes : [];
  // One of the first tube was scanned before the phone died.
  const scan = {
    roundId,
    sampleId: uuidv7(writtenAt),
    checkInId: uuidv7(writtenAt),
    residentId: people[0]?.residentId ?? '',
    codeText: null,
    tubeId: uuidv7(writtenAt),
    tubeCode: tubes[0] ?? '',
    laneId: lanesOf(opened.round)[0] ?? '',
    method: 'scan',
  };
  await demo.send('testing.sample', scan, writtenAt);
}, 120_000);
afterAll(() => demo.close());

const PATIENT = { timeout: 60_000 };
const lines = () => page.locator('.ant-table-row');
const person = (index: number) => codeOfRow('person', demo.areaId, people[index]?.residentId ?? '');
const total = (figure: string) => page.getByRole('link', { name: new RegExp(figure) }).first();

describe('a morning on paper', () => {
  it('has lists to print: with the people of each building, and blank ones for a lane', async () => {
    await demo.goto(`/console/testing/${roundId}/print`);
    await page.getByText('纸质登记表', { exact: true }).click();
    const sheet = page.frameLocator('iframe');
    await sheet.getByText('采样登记表（已填名单）').first().waitFor();
    await sheet
      .getByText(people[0]?.room ?? '')
      .first()
      .waitFor();
    await look(page, 'paper-list-listed');
    await page.getByLabel('哪种表').click();
    await page.getByTitle('采样登记表（空白）').click();
    await sheet.getByText('管号（可贴标签）').first().waitFor();
    await sheet.getByText('1号点 · 1台').first().waitFor();
    await look(page, 'paper-list-blank');
  });

  it('is entered line by line: tube, time, then people by scanning, room or name', async () => {
    await demo.goto(`/console/testing/${roundId}`);
    await page.getByRole('button', { name: '纸质补录' }).click();
    await page.getByLabel('人', { exact: true }).waitFor();
    await page.getByLabel('人', { exact: true }).fill(person(1));
    await page.keyboard.press('Enter');
    await page.getByText('先扫或输入管号').waitFor();
    await page.getByLabel('人', { exact: true }).fill('');
    await page.getByLabel('日期').fill(shanghai(writtenAt).slice(0, 10));
    await page.getByLabel('管号', { exact: true }).click();
    await wedge(page, tubes[0] ?? '');
    await page.getByText('当前试管').waitFor();
    await page.keyboard.type(clock);
    await page.keyboard.press('Enter');
    await wedge(page, person(0));
    await wedge(page, person(1));
    await expect.poll(() => lines().count(), PATIENT).toBe(2);
    await page.keyboard.type(`13甲-${people[2]?.room}`);
    await page.keyboard.press('Enter');
    await page.getByText('有几个人符合').or(lines().nth(2)).first().waitFor();
    if ((await lines().count()) < 3) {
      await look(page, 'paper-entry-choose');
      await page.getByRole('button', { name: /^1\. / }).click();
    }
    await expect.poll(() => lines().count(), PATIENT).toBe(3);
  });

  it('says of each line what it will come to', async () => {
    await lines().filter({ hasText: '认作同一次' }).waitFor();
    await page.getByLabel('人', { exact: true }).fill('外来送水师傅');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '照写录入，待核对' }).click();
    await lines().filter({ hasText: '名单里没有' }).waitFor();
    await look(page, 'paper-entry');
    await lines().filter({ hasText: '名单里没有' }).getByRole('button', { name: '删掉' }).click();
    await expect.poll(() => lines().count(), PATIENT).toBe(3);
  });

  it('refuses a time that has not come yet', async () => {
    const tomorrow = shanghai(Date.now() + 24 * HOUR).slice(0, 10);
    await page.getByLabel('日期').fill(tomorrow);
    await page.getByLabel('人', { exact: true }).fill(person(4));
    await page.keyboard.press('Enter');
    await page.getByText('这个时间还没到').waitFor();
    await page.getByLabel('日期').fill(shanghai(writtenAt).slice(0, 10));
  });

  it('comes into the round with its own times, and whom a phone had is counted once', async () => {
    await page.getByRole('button', { name: '录入 3 人' }).click();
    await page.getByText('已录入 3 人，其中 1 人手机已采').waitFor();
    await expect.poll(() => lines().count(), PATIENT).toBe(0);
    await look(page, 'paper-entered');
    await demo.goto(`/console/testing/${roundId}/rows/inTubes`);
    await expect.poll(() => lines().count(), PATIENT).toBe(3);
    await expect.poll(() => lines().filter({ hasText: '纸质补录' }).count(), PATIENT).toBe(2);
    await expect.poll(() => lines().filter({ hasText: clock }).count(), PATIENT).toBe(3);
    await demo.goto(`/console/testing/${roundId}`);
    await total('入管人次').getByText('3', { exact: true }).waitFor();
  });
});
