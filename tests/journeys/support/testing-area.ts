import type { Browser, Page } from 'playwright-core';
import { codeOfRow, nextTubeCodes } from '#core/codes/contract.ts';
import { areaOf } from './area.ts';
import { desk } from './browser.ts';
import type { RunningHouse } from './house.ts';
import { assignDuty, invite, type Newcomer } from './people.ts';

export const SECRETARY: Newcomer = { name: '李书记', phone: '13900000001', pin: '583920' };

export interface Resident {
  readonly id: string;
  /** As the register has it. */
  readonly name: string;
  /** What the printed card says. */
  readonly code: string;
}

/** The demo area with an open round, its secretary at the desk. */
export interface TestingArea {
  readonly areaId: string;
  readonly secretary: Page;
  readonly residents: readonly Resident[];
  readonly tubes: readonly string[];
  /** An invitation's link for a volunteer of the testing group. */
  invite(): Promise<string>;
  /** Gives somebody who has joined a duty around now. */
  onDuty(name: string): Promise<void>;
  /** The figures of the round's board by their words, as a leader reads them. */
  board(): Promise<string>;
}

/** Opens the demo area with the printed link, plans a round for all of it and opens it. */
export async function testingArea(house: RunningHouse, browser: Browser): Promise<TestingArea> {
  const secretary = await (await desk(browser)).newPage();
  await secretary.goto(house.setUpLink ?? '');
  await secretary.getByRole('button', { name: '先看看演示居民区' }).click();
  await secretary.getByLabel('书记姓名').fill(SECRETARY.name);
  await secretary.getByLabel('书记手机号').fill(SECRETARY.phone);
  await secretary.getByLabel('密码（至少 6 位）').fill(SECRETARY.pin);
  await secretary.getByLabel('再输一次密码').fill(SECRETARY.pin);
  await secretary.getByRole('button', { name: '打开演示居民区' }).click();
  await secretary.getByRole('banner').getByText(SECRETARY.name).waitFor({ timeout: 60_000 });
  const areaId = await areaOf(secretary, house.address);
  await openRound(secretary, house.address);
  const codes = nextTubeCodes({ kind: 'own', areaId, day: '2022-04-17', lane: '0' }, 1, 20);
  if (!Array.isArray(codes)) throw new Error('the series is refused');
  return {
    areaId,
    secretary,
    residents: await residentsOf(secretary, house.address, areaId),
    tubes: codes,
    invite: () => invite(secretary, house.address, '志愿者', '核酸检测组'),
    onDuty: (name) => assignDuty(secretary, house.address, name),
    board: async () => {
      await secretary.goto(`${house.address}/console/testing`);
      await secretary.getByText('第一轮').first().click();
      await secretary.locator('a.figure').first().waitFor();
      return (await secretary.getByRole('main').textContent()) ?? '';
    },
  };
}

async function openRound(page: Page, house: string): Promise<void> {
  await page.goto(`${house}/console/testing`);
  await page.getByRole('button', { name: '新建轮次' }).click();
  await page.getByLabel('轮次名称').fill('第一轮');
  await page.getByLabel('范围').click();
  for (const box of await page.locator('.ant-select-tree-checkbox').all()) await box.click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '保存轮次' }).click();
  await page.getByRole('heading', { name: '第一轮' }).waitFor();
  await page.getByRole('button', { name: '开始本轮' }).click();
  await page.locator('.ant-popconfirm').getByRole('button', { name: '开始本轮' }).click();
  await page.getByText('进行中').first().waitFor();
}

async function residentsOf(page: Page, house: string, areaId: string): Promise<readonly Resident[]> {
  const response = await page.request.post(`${house}/rpc/people/search`, {
    headers: { 'x-concerto-area': areaId },
    data: { json: { text: '1-', limit: 50 } },
  });
  const { json } = (await response.json()) as { json: { found: { id: string; name: string }[] } };
  return json.found.map(({ id, name }) => ({ id, name, code: codeOfRow('person', areaId, id) }));
}
