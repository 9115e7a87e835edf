import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nextTubeCodes } from '#core/codes/contract.ts';
import { areaOf, type FoundPerson, peopleOf } from './support/area.ts';
import { desk, launch, look, phone } from './support/browser.ts';
import { type RunningHouse, startHouse } from './support/house.ts';
import { LanePhone } from './support/lane.ts';
import { assignDuty, invite, join, type Newcomer, signInAtDesk } from './support/people.ts';

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

  beforeAll(async () => {
    house = await startHouse();
    browser = await launch();
    secretaryDesk = await desk(browser);
    secretary = await secretaryDesk.newPage();
    leaderDesk = await desk(browser);
    leader = await leaderDesk.newPage();
    const contexts = [await phone(browser), await phone(browser)] as const;
    a = new LanePhone(contexts[0], await contexts[0].newPage());
    b = new LanePhone(contexts[1], await contexts[1].newPage());
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
    await secretary.getByLabel('居民区名称').fill('清源居民区');
    await secretary.getByLabel('书记姓名').fill('王书记');
    await secretary.getByLabel('书记手机号').fill('19900010001');
    await secretary.getByLabel('密码（至少 6 位）').fill('583920');
    await secretary.getByLabel('再输一次密码').fill('583920');
    await secretary.getByRole('button', { name: '建好并进入' }).click();
    await secretary.getByRole('banner').getByText('清源居民区').waitFor();
    await look(secretary, '02-first-page');
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
    await leader.getByRole('button', { name: '开始本轮' }).click();
    await leader.locator('.ant-popconfirm').getByRole('button', { name: '开始本轮' }).click();
    await leader.getByText('进行中').first().waitFor();
    await look(leader, '09-round-open');
  });

  it('prints person cards, elders’ cards and tube labels that scan', async () => {
    await leader.getByRole('button', { name: '打印卡片和标签' }).click();
    await leader.getByRole('heading', { name: /打印/ }).waitFor();
    await look(leader, '10-print-desk');
  });

  it('two phones download the list and go on working with the network cut', async () => {
    residents = await peopleOf(leader, house.address, areaId, '清源小区', '1号楼');
    tubes = ownTubes(areaId, 8);
    for (const lane of [a, b]) {
      await lane.page.reload();
      await lane.page.getByRole('link', { name: /去采样/ }).waitFor();
      await lane.waitUntilSynced();
    }
    await a.goTo('1号点', '1台');
    await b.goTo('2号点', '3台');
    await a.context.setOffline(true);
    await b.context.setOffline(true);

    await a.scan(tube(0));
    await a.flashes('新管');
    for (const [i, person] of residents.slice(1, 6).entries()) await a.sample(person.code, i + 1);
    await a.sample(CARD_OF_FIRST, 6);
    await a.find('楼-室', '1-301', /301/);
    await a.holds(7);
    await look(a.page, '11-phone-sampling');
  });

  it('one phone is reloaded offline and goes on where it was', async () => {
    await a.page.reload();
    await a.page.getByRole('heading', { name: '1号点 · 1台' }).waitFor();
    await a.holds(7);
    await a.find('姓名', 'wang', /王/);
    await a.holds(8);
    await a.page.getByRole('button', { name: '封管' }).click();
    await look(a.page, '12-close-reason');
    await a.page.getByRole('button', { name: '没有人了' }).click();
    await a.flashes('已封管');
  });
});
