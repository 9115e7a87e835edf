import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { codeOfRow } from '#core/codes/contract.ts';
import { picture } from './support/browser.ts';
import { DemoDesk } from './support/demo-desk.ts';
import { GROUP, gatesWithQuota, learn, takePost } from './support/gate-area.ts';
import { GatePhone } from './support/gate-phone.ts';
import { assignDuty, fillDuty, invite, join, type Newcomer, typePin, unlock } from './support/people.ts';
import { publishStarter } from './support/quiz.ts';

const NIU: Newcomer = { name: '牛把门', phone: '19900010051', pin: '640275' };
const PATIENT = { timeout: 60_000 };

/** What goes wrong with whoever stands at a gate: not fit for it yet, signed out in the middle of the shift. */
let demo: DemoDesk;
let desk: Page;
let gate: GatePhone;
/** People of building 1, by their printed cards. */
let people: readonly string[];

beforeAll(async () => {
  demo = await DemoDesk.open();
  desk = demo.page;
  desk.setDefaultTimeout(PATIENT.timeout);
  await gatesWithQuota(demo, ['东门']);
  await publishStarter(demo);
  const { found } = await demo.ask<{ found: { id: string; compound: string }[] }>('people/search', {
    text: '1-',
    limit: 50,
  });
  const here = found.filter(({ compound }) => compound === '清源小区');
  people = here.map(({ id }) => codeOfRow('person', demo.areaId, id));
  gate = await GatePhone.open(demo.browser, NIU);
}, 180_000);
beforeEach(({ onTestFailed }) => {
  onTestFailed(() =>
    picture([
      ['failed-trouble-desk', desk],
      ['failed-trouble-gate', gate.page],
    ]),
  );
});
afterAll(async () => {
  await gate?.context.close();
  await demo?.close();
});

const passages = async (): Promise<number> => (await demo.ask<{ total: number }>('gates/passages', {})).total;

describe('a volunteer at a gate', () => {
  it('who has not passed the quiz gets no duty there, and the gate’s screen says what to do', async () => {
    const { page } = gate;
    await join(page, await invite(desk, demo.server.address, '志愿者', GROUP), NIU);
    await fillDuty(desk, demo.server.address, NIU.name, GROUP, '东门');
    await desk.getByText('还没通过本组守则').first().waitFor();
    await page.goto(`${demo.server.address}/phone/gates`);
    await unlock(page, NIU);
    await page.getByText('现在没有排您的门岗班').waitFor();
    await gate.look('gate-trouble-no-duty');
    await page.goto(`${demo.server.address}/phone/`);
    await unlock(page, NIU);
    await learn(demo, gate);
    await assignDuty(desk, demo.server.address, NIU.name, GROUP, '东门');
    await takePost(demo, gate, '东门');
  });

  it('signed out at the desk in the middle of the shift reads so, and nothing recorded is lost', async () => {
    const { page } = gate;
    await gate.offline();
    await gate.pass(people[0] ?? '', '出', /第 1 次/);
    await gate.pass(people[0] ?? '', '进', /居民回家/);
    await demo.goto('/console/people');
    await desk.getByLabel('查找', { exact: true }).first().fill(NIU.name);
    await desk.getByRole('button', { name: NIU.name, exact: true }).click();
    const sessions = desk.getByRole('dialog').locator('section', { hasText: '在哪些设备登录着' }).last();
    await sessions.getByRole('button', { name: /退出/ }).first().click();
    await desk.getByText('已退出登录').first().waitFor();
    expect(await passages()).toBe(0);

    await gate.online();
    await page.getByText('登录已失效，请重新登录').waitFor(PATIENT);
    await gate.look('gate-trouble-signed-out');
    await expect.poll(passages, { ...PATIENT, interval: 1_000 }).toBe(2);
    await gate.pass(people[0] ?? '', '出', /第 2 次/);
    await expect.poll(passages, { ...PATIENT, interval: 1_000 }).toBe(3);
  });

  it('signs in again and goes on where the work stood', async () => {
    const { page } = gate;
    await page.getByRole('link', { name: '重新登录' }).click();
    await page.getByLabel('手机号').fill(NIU.phone);
    await page.getByRole('button', { name: '下一步' }).click();
    await typePin(page, NIU.pin);
    await page.locator('.phone-tabs').waitFor();
    await page.getByRole('link', { name: /门岗值守/ }).click();
    await gate.synced();
    await page.getByText(/我今天：出 2 · 进 1/).waitFor();
    await gate.look('gate-trouble-again');
    expect(await passages()).toBe(3);
  });
});
