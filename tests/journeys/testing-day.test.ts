import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { boxCode, nextTubeCodes } from '#core/codes/contract.ts';
import { readSheet } from '#kernel/sheet/read.ts';
import { areaOf, type FoundPerson, peopleOf } from './support/area.ts';
import { enrolAuthenticator } from './support/authenticator.ts';
import { desk, launch, look, phone, picture } from './support/browser.ts';
import { type RunningHouse, startHouse } from './support/house.ts';
import { LanePhone } from './support/lane.ts';
import { assignDuty, invite, join, type Newcomer, signInAtDesk } from './support/people.ts';
import { setUp } from './support/secretary.ts';

const REGISTER = fileURLToPath(new URL('../data/register.xlsx', import.meta.url));

/** Labels as the print desk makes them. */
function ownTubes(areaId: string, count: number): readonly string[] {
  const codes = nextTubeCodes({ kind: 'own', areaId, day: '2022-04-17', lane: '0' }, 1, count);
  if (!Array.isArray(codes)) throw new Error('the series is refused');
  return codes;
}

const LEADER: Newcomer = { name: '李组长', phone: '19900010002', pin: '472915' };
const ANNA: Newcomer = { name: '周安娜', phone: '19900010003', pin: '630284' };
const BO: Newcomer = { name: '吴波', phone: '19900010004', pin: '915736' };
/** The identity card of the first person in the register, as a card reader types it. */
const CARD_OF_FIRST = '310199198809074298';

/** How long would people wait? Two plans beside each other, then back to the round. */
async function rehearse(leader: Page): Promise<void> {
  await leader.getByRole('button', { name: '排队预演' }).click();
  await leader.getByRole('button', { name: '加一个方案来比' }).click();
  await leader.getByRole('group', { name: '方案 2' }).getByLabel('采样台').fill('2');
  await leader
    .getByRole('row', { name: /最久等多长/ })
    .getByText(/分钟/)
    .nth(1)
    .waitFor();
  await leader.locator('.line-chart svg text').first().waitFor();
  await look(leader, '08b-rehearse');
  await leader.getByRole('link', { name: '4月17日第一轮' }).click();
}

/**
 * The story of the first testing day, in a real browser on the embedded database: set up, a real register imported,
 * people invited, a round sampled on phones that are offline, discrepancies settled, the round closed.
 * Each step goes on from the one before.
 */
describe('a testing day', () => {
  let house: RunningHouse;
  let browser: Browser;
  let secretaryDesk: BrowserContext;
  let secretary: Page;
  let leaderDesk: BrowserContext;
  let leader: Page;

  let a: LanePhone;
  let b: LanePhone;
  let areaId: string;
  let residents: readonly FoundPerson[];
  let tubes: readonly string[];

  const tube = (n: number): string => {
    const code = tubes[n];
    if (!code) throw new Error(`no label ${n} was printed`);
    return code;
  };

  const person = (n: number): string => {
    const found = residents[n];
    if (!found) throw new Error(`nobody number ${n} lives there`);
    return found.code;
  };

  /** Opens the round's board, and from there a figure. */
  const openRound = async (figure?: string): Promise<void> => {
    await open(leader, '/console/testing');
    await leader.getByText('4月17日第一轮').first().click();
    if (figure) await leader.locator('a.figure', { hasText: figure }).click();
  };

  const settle = async (what: RegExp, how: string, note: string, code?: string): Promise<void> => {
    await leader.getByRole('cell', { name: what }).first().click();
    await leader.getByRole('radio', { name: how }).check();
    if (code) await leader.getByLabel('正确的试管码').fill(code);
    await leader.getByLabel('说明').fill(note);
    await leader.getByRole('button', { name: '这样处理' }).click();
    await leader.getByRole('button', { name: '这样处理' }).waitFor({ state: 'hidden' });
  };

  const unsynced = async (page: Page): Promise<string> => {
    await page.reload();
    await page.getByRole('heading', { name: '结束本轮' }).waitFor();
    await page.getByText('未封的试管').waitFor();
    return (await page.getByRole('main').textContent()) ?? '';
  };

  beforeAll(async () => {
    house = await startHouse();
    browser = await launch();
    secretaryDesk = await desk(browser);
    secretary = await secretaryDesk.newPage();
    leaderDesk = await desk(browser);
    leader = await leaderDesk.newPage();
    const contexts = [await phone(browser), await phone(browser)] as const;
    a = new LanePhone(contexts[0], await contexts[0].newPage(), ANNA);
    b = new LanePhone(contexts[1], await contexts[1].newPage(), BO);
  });
  beforeEach(({ onTestFailed }) => {
    onTestFailed(() =>
      picture([
        ['secretary', secretary],
        ['leader', leader],
        ['phone-a', a.page],
        ['phone-b', b.page],
      ]),
    );
  });
  afterAll(async () => {
    await browser?.close();
    await house?.stop();
  });

  const open = (page: Page, path: string) => page.goto(`${house.address}${path}`);

  it('the secretary sets up 清源居民区 with the printed link', async () => {
    expect(house.setUpLink).not.toBeNull();
    await secretary.goto(house.setUpLink ?? '');
    await look(secretary, '01-set-up');
    await setUp(secretary, house.setUpLink);
    await look(secretary, '02-first-page');
  });

  it('is led to the notice before anybody is entered, and confirms it', async () => {
    await open(secretary, '/console/register/import');
    await secretary.getByText('先告诉居民，再录入').waitFor();
    await secretary.getByRole('link', { name: '去看告知书' }).click();
    await secretary.getByLabel('怎么联系').fill('居委会办公室，电话 021-6400 1234');
    await look(secretary, '02-notice');
    await secretary.getByRole('button', { name: '确认并启用' }).click();
    await secretary.getByText('第 1 版', { exact: true }).waitFor();
  });

  it('imports the real register, with what is in doubt said in plain words', async () => {
    await open(secretary, '/console/register/import');
    await secretary.locator('input[type=file]').setInputFiles(REGISTER);
    await secretary.getByRole('button', { name: '看结果' }).click();
    await secretary.getByRole('tab', { name: /待核/ }).click();
    await secretary.getByText('身份证最后一位对不上').first().waitFor();
    await look(secretary, '03-import-preview');
    await secretary.getByRole('button', { name: '写入居民册' }).click();
    await secretary.getByText('写好了').waitFor();
    await look(secretary, '04-import-done');
    await secretary.getByRole('link', { name: '去看居民册' }).click();
    await secretary.getByText('3,546').first().waitFor();
    await look(secretary, '05-register');
  });

  it('dates a rule’s number: a phone silent for a minute counts as not synced', async () => {
    await open(secretary, '/console/settings');
    await secretary
      .getByRole('row', { name: /手机多久没消息算未同步/ })
      .getByRole('button', { name: '修改' })
      .click();
    await secretary.getByRole('spinbutton', { name: /改为/ }).fill('1');
    await secretary.getByRole('textbox', { name: /依据/ }).fill('本区指挥部当天决定');
    await secretary.getByRole('button', { name: '保存' }).click();
    await secretary.getByText('已保存').first().waitFor();
    await look(secretary, '05b-settings');
  });

  it('invites a testing leader and two volunteers, who join on their phones', async () => {
    const leaderLink = await invite(secretary, house.address, '组长', '核酸检测组');
    await look(secretary, '06-invitation');
    const leaderPhone = await phone(browser);
    await join(await leaderPhone.newPage(), leaderLink, LEADER);
    await leaderPhone.close();
    await signInAtDesk(leader, house.address, LEADER);
    for (const [lane, who] of [
      [a, ANNA],
      [b, BO],
    ] as const) {
      await join(lane.page, await invite(leader, house.address, '志愿者', '核酸检测组'), who);
      await assignDuty(leader, house.address, who.name);
    }
    await look(a.page, '07-phone-home');
    areaId = await areaOf(leader, house.address);
  });

  it('plans a pooled round of two sites with three lanes each, and opens it', async () => {
    await open(leader, '/console/testing');
    await leader.getByRole('button', { name: '新建轮次' }).click();
    await leader.getByLabel('轮次名称').fill('4月17日第一轮');
    await leader.getByLabel('范围').click();
    await leader.getByRole('treeitem', { name: '清源小区' }).locator('.ant-select-tree-checkbox').click();
    await leader.keyboard.press('Escape');
    await look(leader, '08-round-form');
    await leader.getByRole('button', { name: '保存轮次' }).click();
    await leader.getByRole('heading', { name: '4月17日第一轮' }).waitFor();
    await rehearse(leader);
    await leader.getByRole('button', { name: '开始本轮' }).click();
    await leader.locator('.ant-popconfirm').getByRole('button', { name: '开始本轮' }).click();
    await leader.getByText('进行中').first().waitFor();
    await look(leader, '09-round-open');
  });

  it('has person cards, elders’ cards and tube labels ready on A4', async () => {
    await leader.getByRole('button', { name: '打印卡片和标签' }).click();
    const sheet = leader.frameLocator('.print-preview iframe');
    await sheet.getByText('熊**').first().waitFor();
    expect(await sheet.locator('svg').count()).toBeGreaterThan(10);
    await look(leader, '10-print-desk');
    await leader.getByText('大字卡', { exact: true }).click();
    await sheet.getByText('1号楼').first().waitFor();
    await leader.getByText('试管标签', { exact: true }).click();
    await sheet.getByText(/-0001/).first().waitFor();
    await look(leader, '10b-tube-labels');
  });

  it('two phones download the list and go on working with the network cut', async () => {
    residents = await peopleOf(leader, house.address, areaId, '清源小区', '1号楼');
    tubes = ownTubes(areaId, 8);
    for (const lane of [a, b]) {
      await lane.fetchList();
    }
    await a.goTo('1号点', '1台');
    await b.goTo('2号点', '3台');
    await a.context.setOffline(true);
    await b.context.setOffline(true);

    await a.scan(tube(0));
    await a.flashes('新管');
    for (const [i, person] of residents.slice(1, 6).entries()) await a.sample(person.code, i + 1);
    await a.sample(CARD_OF_FIRST, 6);
    const { room = '', name = '' } = residents[15] ?? {};
    await a.find('楼-室', `1-${room}`, new RegExp(`1号楼 ${room} ${name.charAt(0)}`));
    await a.holds(7);
    await a.page.locator('.flash').waitFor({ state: 'hidden' });
    await look(a.page, '11-phone-sampling');
  });

  it('one phone is reloaded offline and goes on where it was', async () => {
    await a.reload();
    await a.page.getByRole('heading', { name: '1号点 · 1台' }).waitFor();
    await a.holds(7);
    await a.find('姓名', 'wang', /王/);
    await a.holds(8);
    await a.page.getByRole('button', { name: '封管' }).click();
    await look(a.page, '12-close-reason');
    await a.page.getByRole('button', { name: '没有人了' }).click();
    await a.flashes('已封管');
  });

  it('both phones sample one person and, later, use one tube code; online again, all arrives once', async () => {
    await b.scan(tube(1));
    await b.flashes('新管');
    await b.sample(person(1), 1);
    await b.sample(person(20), 2);
    await a.scan(tube(2));
    await a.sample(person(21), 1);
    await b.scan(tube(2));
    await b.page.getByRole('button', { name: '没有人了' }).click();
    await b.sample(person(22), 1);
    await look(b.page, '13-phone-pending');

    for (const lane of [a, b]) {
      await lane.context.setOffline(false);
      await lane.waitUntilSynced();
    }
    await openRound('待核对');
    await leader.getByText('同一个人本轮采了两次').first().waitFor();
    await look(leader, '14-discrepancies');
  });

  it('a leader settles the double sampling and the doubly used tube', async () => {
    await settle(/同一个人/, '保留第一次，第二次作废', '当面问过，第二次是重复');
    await settle(/两支试管/, '第二支管码写错了，改码', '第二支重贴标签', tube(3));
    await leader.getByText('没有待核对的').waitFor();
  });

  it('packs the tubes into a box, and the three numbers agree', async () => {
    await a.closeTube('没有人了');
    await b.closeTube('没有人了');
    await a.page.getByRole('button', { name: '装箱' }).click();
    await a.page.getByRole('heading', { name: '装箱' }).waitFor();
    await a.scan(boxCode(areaId, 1));
    await a.holds(0);
    for (const [i, n] of [0, 1, 2, 3].entries()) {
      await a.scan(tube(n));
      await a.holds(i + 1);
    }
    await look(a.page, '15-phone-packing');
    await a.page.getByRole('button', { name: '封箱' }).click();
    await a.page.getByRole('dialog').getByRole('button', { name: '封箱' }).click();
    await a.waitUntilSynced();
    await openRound();
    await leader.getByText('三数一致').waitFor();
    await look(leader, '16-board-equal');
  });

  it('every figure on the page opens to its rows', async () => {
    const figures = await leader.locator('a.figure').evaluateAll((links) =>
      links.map((link) => ({
        path: link.getAttribute('href') ?? '',
        value: Number(link.querySelector('strong')?.textContent?.replaceAll(',', '')),
      })),
    );
    expect(figures.length).toBeGreaterThan(10);
    for (const { path, value } of figures.filter((figure) => figure.path.includes('/rows/'))) {
      await leader.goto(`${house.address}${path}`);
      await leader
        .getByText(`共 ${value.toLocaleString('zh-CN')} 条`)
        .first()
        .waitFor();
    }
  });

  it('lists the phone that has not synced, closes, and marks what arrives later', async () => {
    await b.context.setOffline(true);
    await b.scan(tube(4));
    await b.sample(person(23), 1);
    await openRound();
    await leader.getByRole('button', { name: '结束本轮' }).click();
    await expect.poll(() => unsynced(leader), { timeout: 150_000, interval: 5_000 }).toContain(BO.name);
    await look(leader, '17-closing');
    await leader.getByRole('checkbox').check();
    await leader.getByRole('button', { name: '结束本轮' }).click();
    await leader.getByText('已结束').first().waitFor();

    await b.context.setOffline(false);
    await b.waitUntilSynced();
    await leader.getByText('结束后有补报').waitFor();
    await look(leader, '18-board-revised');
  });

  it('exports the round as a sheet, once the leader has an authenticator', async () => {
    await leader.getByRole('button', { name: '导出本轮记录' }).click();
    await leader.getByText('导出前要先在“我的账号”开通动态码或添加通行密钥').waitFor();
    await enrolAuthenticator(leader, LEADER);
    await openRound();
    const [file] = await Promise.all([
      leader.waitForEvent('download'),
      leader.getByRole('button', { name: '导出本轮记录' }).click(),
    ]);
    const sheets = await readSheet(await readFile(await file.path()));
    const rows = sheets.sheets[0]?.rows.length ?? 0;
    // Twelve swabs stand: eight, one, one, one and the late one; below a line of headings.
    expect(rows).toBeGreaterThanOrEqual(12);
  });
});
