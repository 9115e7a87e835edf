import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CardRow } from '#groups/testing/contract/print-queries.ts';
import { uuidv7 } from '#kernel/time-id/uuid.ts';
import { look, picture } from './support/browser.ts';
import { DemoDesk } from './support/demo-desk.ts';

/** A leader plans a round: whom, who not and why, with how many hands, with what in the boxes. */
describe('planning a round', () => {
  let demo: DemoDesk;
  let page: Page;
  let known: readonly CardRow[];

  beforeAll(async () => {
    demo = await DemoDesk.open();
    ({ page } = demo);
    const { round, people } = await demo.openRound('13号甲');
    known = people;
    const [infant] = people;
    await demo.send('testing.set-expectation', {
      roundId: round.roundId,
      residentIds: [infant?.residentId],
      status: 'exempt',
      reason: 'infant',
    });
    await demo.send('testing.close-round', { roundId: round.roundId, acknowledgedDeviceIds: [] });
  }, 120_000);
  beforeEach(({ onTestFailed }) => {
    onTestFailed(() => picture([['plan-round', page]]));
  });
  afterAll(() => demo?.close());

  const addressOf = ({ compound, building, room }: CardRow) => `${compound} ${building} ${room}`;

  it('by a pasted list, in which no unread line is dropped by itself', async () => {
    await demo.goto('/console/testing');
    await page.getByRole('button', { name: '新建轮次' }).click();
    await page.getByLabel('轮次名称').fill('复核轮');
    const [first] = known;
    if (!first) throw new Error('nobody lives there');
    const list = page.getByLabel('按名单');
    await list.fill(`${addressOf(first)}\n999号999 谁也不是`);
    await page.getByRole('button', { name: '保存轮次' }).click();
    await page.getByText('名单还没读完').waitFor();
    await page.getByRole('button', { name: '读名单' }).click();
    await page.getByText('1 行没认出来').waitFor();
    await page.getByText('居民册里没有这个门牌').waitFor();
    await look(page, 'plan-1-list');
    await page.getByRole('button', { name: '去掉这些行' }).click();
    await page.getByText('1 行没认出来').waitFor({ state: 'detached' });
    await page.getByText(/认出 \d+ 人/).waitFor();
    await page.getByRole('button', { name: '保存轮次' }).click();
    await page.getByRole('heading', { name: '复核轮' }).waitFor();
  });

  it('sees how many people each part brings, and what is short', async () => {
    await page.getByRole('button', { name: '筹备' }).click();
    await page.getByRole('heading', { name: '筹备' }).waitFor();
    await page.getByRole('row', { name: /^名单/ }).waitFor();
    await page
      .getByRole('row', { name: /^采样员/ })
      .getByText('够')
      .waitFor();
    await look(page, 'plan-2-plan');
    await page.getByRole('button', { name: '修改轮次' }).click();
    await page.getByText('名单里已有').waitFor();
    await page.getByText('封控', { exact: true }).waitFor();
    await page.getByRole('checkbox', { name: '正常' }).check();
    await page.getByRole('button', { name: '保存轮次' }).click();
    await page.getByRole('row', { name: /正常区域/ }).waitFor();
    await look(page, 'plan-3-zones');
  });

  it('is told last round’s reasons and takes them only when it says so', async () => {
    await page.getByRole('button', { name: '人员名单' }).click();
    await page.getByRole('heading', { name: '人员名单' }).waitFor();
    await page.getByLabel('看哪些人').click();
    await page.getByTitle('上一轮不采、这一轮要采的人').click();
    const row = page.getByRole('row', { name: /免采（婴幼儿）/ });
    await row.getByRole('checkbox').check();
    await look(page, 'plan-4-proposed');
    await page.getByRole('button', { name: '沿用上一轮的原因' }).click();
    await page.getByText('上一轮没有别的不采的人').waitFor();
    await page.getByLabel('看哪些人').click();
    await page.getByTitle('不采的人', { exact: true }).click();
    const find = page.getByRole('main').getByRole('searchbox', { name: '查找' });
    await find.fill('13甲103');
    await find.press('Enter');
    await page.getByRole('row', { name: /免采.*婴幼儿/ }).waitFor();
    await look(page, 'plan-5-excused');
  });

  it('hands out what lanes need, and sees it', async () => {
    await page.getByRole('link', { name: '筹备' }).click();
    await page.getByRole('button', { name: '物资' }).click();
    await page.getByRole('heading', { name: '物资', exact: true }).waitFor();
    await page.getByRole('button', { name: '发放' }).first().click();
    await look(page, 'plan-6-issue');
    await page.getByRole('dialog').getByRole('button', { name: '发放' }).click();
    await page.getByText('已发放').waitFor();
    await page
      .getByRole('row', { name: /发出.*拭子/ })
      .first()
      .waitFor();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await look(page, 'plan-7-supplies');
  });

  it('is refused an opening for which everybody is excused', async () => {
    const [first] = known;
    const roundId = uuidv7(Date.now());
    const lane = { laneId: uuidv7(Date.now()), name: '1台' };
    await demo.send('testing.create-round', {
      roundId,
      name: '空轮',
      mode: 'single',
      poolRatio: 1,
      scope: { compoundIds: [], buildingIds: [], residentIds: [first?.residentId] },
      tubeSeries: { kind: 'own' },
      sites: [{ siteId: uuidv7(Date.now()), name: '1号点', lanes: [lane] }],
    });
    await demo.send('testing.set-expectation', {
      roundId,
      residentIds: [first?.residentId],
      status: 'exempt',
      reason: 'medical',
    });
    await demo.goto(`/console/testing/${roundId}`);
    await page.getByRole('button', { name: '开始本轮' }).click();
    await page.getByRole('tooltip').getByRole('button', { name: '开始本轮' }).click();
    await page.getByText('选定的人都不用采').first().waitFor();
    expect(await page.getByText('筹备中').count()).toBeGreaterThan(0);
  });
});
