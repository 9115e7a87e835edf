import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { boxCode, codeOfRow, nextTubeCodes } from '#core/codes/contract.ts';
import type { CardRow } from '#groups/testing/contract/print-queries.ts';
import type { Board } from '#groups/testing/contract/queries.ts';
import type { CreateRound } from '#groups/testing/testing/area.ts';
import { look, phone, picture } from './support/browser.ts';
import { DemoDesk } from './support/demo-desk.ts';
import { laboratorySheet } from './support/laboratory.ts';
import { LanePhone } from './support/lane.ts';
import { assignDuty, invite, join, type Newcomer } from './support/people.ts';

const ANNA: Newcomer = { name: '周安娜', phone: '19900010003', pin: '630284' };
const BO: Newcomer = { name: '吴波', phone: '19900010004', pin: '915736' };
const CARA: Newcomer = { name: '褚可心', phone: '19900010005', pin: '470318' };
const DENG: Newcomer = { name: '邓立', phone: '19900010006', pin: '582061' };
const PATIENT = { timeout: 60_000 };

/**
 * A whole testing day with four phones, two of them without a network at any time: planned and called up at the desk,
 * two lanes, doors, boxes, the laboratory's sheet, and a recall that releases. What phones did without a network is
 * counted once, wherever it was done. Each step goes on from the one before.
 */
describe('a whole day', () => {
  let demo: DemoDesk;
  let desk: Page;
  let round: CreateRound;
  let people: readonly CardRow[];
  let tubes: readonly string[];
  let anna: LanePhone;
  let bo: LanePhone;
  let cara: LanePhone;
  let deng: LanePhone;

  const tube = (n: number): string => tubes[n] ?? '';
  const codeOf = (n: number): string => codeOfRow('person', demo.areaId, people[n]?.residentId ?? '');
  const button = (page: Page, name: string | RegExp) =>
    page.getByRole('button', { name, exact: typeof name === 'string' });
  const flashGone = (lane: LanePhone) => lane.page.locator('.flash').waitFor({ state: 'detached' });
  const offline = (...lanes: readonly LanePhone[]) =>
    Promise.all(lanes.map((lane) => lane.context.setOffline(true)));
  const online = async (...lanes: readonly LanePhone[]) => {
    for (const lane of lanes) await lane.context.setOffline(false);
    for (const lane of lanes) await lane.waitUntilSynced();
  };
  const goTo = (path: string) => demo.goto(`/console/testing/${round.roundId}${path}`);
  const board = () => demo.ask<Board>('testing/board', { roundId: round.roundId });

  const volunteer = async (who: Newcomer): Promise<LanePhone> => {
    const context = await phone(demo.browser);
    const lane = new LanePhone(context, await context.newPage(), who);
    const { address } = demo.server;
    await join(lane.page, await invite(desk, address, '志愿者', '核酸检测组'), who);
    await assignDuty(desk, address, who.name);
    return lane;
  };

  beforeAll(async () => {
    demo = await DemoDesk.open();
    desk = demo.page;
    const planned = await demo.planRound('13号甲', {}, { sites: 1, lanesPerSite: 2 });
    ({ round, people } = planned);
    const codes = nextTubeCodes({ kind: 'own', areaId: demo.areaId, day: '2022-04-17', lane: '0' }, 1, 12);
    if (!Array.isArray(codes)) throw new Error('the series is refused');
    tubes = codes;
    [anna, bo, cara, deng] = [
      await volunteer(ANNA),
      await volunteer(BO),
      await volunteer(CARA),
      await volunteer(DENG),
    ];
  }, 300_000);
  beforeEach(({ onTestFailed }) => {
    onTestFailed(() =>
      picture([
        ['day-desk', desk],
        ['day-anna', anna.page],
        ['day-bo', bo.page],
        ['day-cara', cara.page],
        ['day-deng', deng.page],
      ]),
    );
  });
  afterAll(() => demo?.close());

  it('is planned at the desk: sites set up by a list, slots to be called, the round opened', async () => {
    await goTo('/set-up');
    await button(desk, '按建议定清单').click();
    await desk.getByText('项没布置好').first().waitFor(PATIENT);
    await goTo('/call-up');
    await button(desk, '就这样排').click(PATIENT);
    await desk.locator('.slot-row').first().waitFor(PATIENT);
    await look(desk, 'day-01-call-up');
    await goTo('');
    await button(desk, '开始本轮').click();
    await desk.getByText(/开始后名单就固定下来：现在 \d+ 人应检/).waitFor(PATIENT);
    await desk.locator('.ant-popconfirm').getByRole('button', { name: '开始本轮' }).click();
    await desk.getByText('进行中').first().waitFor(PATIENT);
  });

  it('four phones have the list; one calls the first slot with no network', async () => {
    for (const lane of [anna, bo, cara, deng]) await lane.fetchList();
    await offline(bo, cara);
    await cara.page.getByRole('link', { name: /去采样/ }).click();
    await button(cara.page, /^叫号 · 1号点/).click();
    await button(cara.page, /^叫号 /).click();
    await cara.page.locator('.called').getByText('待同步').waitFor();
    await look(cara.page, 'day-02-called');
  });

  it('two lanes sample, one with a network and one without; one person is taken at both', async () => {
    await anna.goTo('1号点', '1台');
    await anna.scan(tube(0));
    await anna.flashes('新管');
    for (const [i, n] of [0, 1, 2, 3].entries()) await anna.sample(codeOf(n), i + 1);
    await bo.goTo('1号点', '2台');
    await bo.scan(tube(1));
    await bo.flashes('新管');
    for (const [i, n] of [3, 4, 5].entries()) await bo.sample(codeOf(n), i + 1);
    await look(bo.page, 'day-03-lane-offline');
  });

  it('they change places: who had a network has none, and goes on', async () => {
    await online(bo, cara);
    await offline(anna, deng);
    await cara.page.locator('.called').getByText(/叫号$/).waitFor(PATIENT);
    await anna.closeTube('没有人了');
    await anna.scan(tube(2));
    await anna.flashes('新管');
    for (const [i, n] of [6, 7].entries()) await anna.sample(codeOf(n), i + 1);
    await button(anna.page, '封管').click();
    await button(anna.page, '没有人了').click();
    await bo.closeTube('没有人了');
    await flashGone(anna);
  });

  it('boxes are filled and counted without a network, and handed over with a finger', async () => {
    const { page } = deng;
    await page.getByRole('link', { name: /去采样/ }).click();
    await button(page, '1号点 · 1台').click();
    await button(page, '装箱').click();
    await page.getByRole('heading', { name: '装箱' }).waitFor();
    await deng.scan(boxCode(demo.areaId, 12));
    await deng.holds(0);
    const count = page.locator('.big-number strong');
    const lidLookedAt = button(page, '盖拧紧了，装箱');
    for (const [i, n] of [0, 1, 2].entries()) {
      await deng.scan(tube(n));
      // Of a tube whose opening was heard and whose closing was not, this phone asks for a look at the lid.
      await lidLookedAt
        .or(count.getByText(String(i + 1), { exact: true }))
        .first()
        .waitFor();
      if (await lidLookedAt.isVisible()) await lidLookedAt.click();
      await deng.holds(i + 1);
    }
    await button(page, '封箱').click();
    const sheet = page.getByRole('dialog');
    await sheet.getByLabel('箱内温度（℃）').fill('6.5');
    await sheet.getByLabel('封签号').fill('F0087');
    await sheet.getByRole('button', { name: '封箱' }).click();
    await deng.flashes('已封箱');
    await flashGone(deng);
    await button(page, '转运箱与交接').click();
    const row = page.getByRole('listitem').filter({ hasText: '12 号箱' });
    for (const helper of ['', '陈阿姨']) {
      await row.click();
      await sheet.getByLabel('您数了几管').fill('3');
      if (helper !== '') {
        await page.getByRole('radio', { name: '旁边的人' }).check();
        await sheet.getByLabel('姓名').fill(helper);
      }
      await sheet.getByRole('button', { name: '记下' }).click();
      await deng.flashes('与扫码一致');
      await flashGone(deng);
    }
    await button(page, '交出').click();
    await page.getByRole('radio', { name: '实验室' }).check();
    await page.getByRole('checkbox', { name: /12 号箱/ }).check();
    await button(page, '对方在这里签字').click();
    await sheet.getByLabel('姓名').fill('赵检验');
    await sheet.getByLabel('单位').fill('某医学检验所');
    await signWithFinger(page);
    await look(page, 'day-04-handed-over');
    await sheet.getByRole('button', { name: '确认交出' }).click();
    await page.getByText('双方已签').waitFor();
  });

  it('all phones meet: everything is there once, and the one taken twice is named', async () => {
    await online(anna, bo, cara, deng);
    const { total, people: distinct, repeats } = await board();
    expect(total).toEqual({ checkedIn: 9, inTubes: 9, inPackedTubes: 9, tubes: 3, tubesPacked: 3 });
    expect({ distinct, repeats }).toEqual({ distinct: 8, repeats: 1 });
    await goTo('/closing');
    await desk.getByText('同一个人本轮采了两次').first().waitFor(PATIENT);
    await look(desk, 'day-05-closing');
  });

  it('the leader settles it, closes, and two people sign the summary', async () => {
    await goTo('/discrepancies');
    await desk
      .getByRole('cell', { name: /同一个人/ })
      .first()
      .click();
    await desk.getByRole('radio', { name: '保留第一次，第二次作废' }).check();
    await desk.getByLabel('说明').fill('当面问过，第二次是重复');
    await button(desk, '这样处理').click();
    await desk.getByText('没有待核对的').waitFor(PATIENT);
    await goTo('/closing');
    await desk.getByText('没有差异，三数一致').waitFor(PATIENT);
    await button(desk, '结束本轮').click();
    await desk.getByText('已结束').first().waitFor(PATIENT);
    const { total } = await board();
    expect(total).toMatchObject({ checkedIn: 8, inTubes: 8, inPackedTubes: 8 });
    await goTo('/summary');
    await desk.frameLocator('.print-preview iframe').getByText('赵检验').first().waitFor(PATIENT);
    await look(desk, 'day-06-summary');
  });

  it('the laboratory’s sheet comes back, and a positive pool recalls its people', async () => {
    await importResults([
      { code: tube(0), outcome: 'positive' },
      { code: tube(1), outcome: 'negative' },
      { code: tube(2), outcome: 'negative' },
    ]);
    await goTo('/recall');
    const rows = desk.locator('.table').first().locator('.ant-table-row');
    await expect.poll(() => rows.count(), PATIENT).toBe(4);
    await button(desk, '建单采复核轮次').click();
    await button(desk, /建好并开始（4 人）/).click();
    await desk.getByText('进行中').first().waitFor(PATIENT);
    await look(desk, 'day-07-recall');
  });

  it('they are sampled singly, without a network, and released by the next sheet', async () => {
    await anna.page.goto(`${demo.server.address}/phone`);
    await anna.fetchList();
    await offline(anna, bo);
    await anna.page.getByRole('link', { name: /去采样/ }).click();
    const recall = anna.page.locator('section').filter({ hasText: /复核/ });
    await recall.getByRole('button').first().click();
    await anna.page.getByText('先扫试管码').waitFor();
    for (const n of [0, 1, 2, 3]) {
      await anna.scan(tube(5 + n));
      await anna.flashes('新管');
      await anna.scan(codeOf(n));
      await anna.flashes('已采');
      await flashGone(anna);
    }
    await online(anna, bo);
    await goTo('/recall');
    await desk.getByRole('link', { name: /复核/ }).first().click();
    await desk.getByText('进行中').first().waitFor(PATIENT);
    await importResultsHere([5, 6, 7, 8].map((n) => ({ code: tube(n), outcome: 'negative' as const })));
    await goTo('/recall');
    await expect.poll(() => desk.getByText('已解除').count(), PATIENT).toBe(4);
    await look(desk, 'day-08-released');
  });

  type Answers = Parameters<typeof laboratorySheet>[0];

  const importResults = async (answers: Answers): Promise<void> => {
    await goTo('');
    await importResultsHere(answers);
  };

  /** From the round's page. */
  const importResultsHere = async (answers: Answers): Promise<void> => {
    await button(desk, '检测结果').click();
    await button(desk, '导入结果').click();
    await desk.locator('input[type=file]').setInputFiles(await laboratorySheet(answers));
    await button(desk, new RegExp(`^录入 ${answers.length} 条`)).click(PATIENT);
    await desk.getByText(`已录入 ${answers.length} 条`).waitFor(PATIENT);
  };
});

/** Draws two strokes into the field, as a finger would. */
async function signWithFinger(page: Page): Promise<void> {
  const field = page.getByRole('img', { name: '用手指在框里签名' });
  await field.scrollIntoViewIfNeeded();
  const box = await field.boundingBox();
  if (!box) throw new Error('there is no field to sign in');
  for (const [from, to] of [
    [0.2, 0.5],
    [0.5, 0.8],
  ] as const) {
    await page.mouse.move(box.x + box.width * from, box.y + box.height * 0.3);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * to, box.y + box.height * 0.7, { steps: 6 });
    await page.mouse.up();
  }
}
