import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { lanesOf } from '#groups/testing/testing/area.ts';
import { uuidv7 } from '#kernel/time-id/uuid.ts';
import { look, phone, picture } from './support/browser.ts';
import { DemoDesk } from './support/demo-desk.ts';

/** A swab comes back positive: the command post sees what that proposes and changes, decides, and takes it back. */
describe('from a positive to a lockdown and back', () => {
  let demo: DemoDesk;
  let page: Page;
  const newId = () => uuidv7(Date.now());

  beforeAll(async () => {
    demo = await DemoDesk.open();
    ({ page } = demo);
    const { round, people } = await demo.openRound('2号', { mode: 'single', poolRatio: 1 });
    const { roundId } = round;
    await demo.send('testing.sample', {
      roundId,
      sampleId: newId(),
      checkInId: newId(),
      residentId: people[0]?.residentId,
      codeText: null,
      tubeId: newId(),
      tubeCode: 'D0417',
      laneId: lanesOf(round)[0],
      method: 'scan',
    });
    const result = { resultId: newId(), tubeCode: 'D0417', outcome: 'positive', note: '', reportedAt: null };
    await demo.send('testing.record-results', { roundId, results: [result] });
  }, 120_000);
  beforeEach(({ onTestFailed }) => {
    onTestFailed(() => picture([['zones', page]]));
  });
  afterAll(() => demo?.close());

  const tile = () => page.getByRole('region', { name: '清源小区' }).getByRole('button', { name: /^2号/ });

  it('is told on the first page what it proposes', async () => {
    await demo.goto('/console/');
    await page.getByRole('link', { name: /清源小区 2号：单管阳性 1 例，建议封控/ }).waitFor();
    await look(page, 'zones-1-card');
    await page.getByRole('link', { name: /清源小区 2号/ }).click();
    await page.getByRole('heading', { name: '等您决定' }).waitFor();
    await tile().getByText('正常').waitFor();
    await look(page, 'zones-2-waiting');
  });

  it('sees what the lockdown changes before it is declared, and then the building in the plan', async () => {
    await page.getByRole('button', { name: '处理' }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByText('1 栋').waitFor();
    await drawer.getByText(/户/).first().waitFor();
    await look(page, 'zones-3-consequences');
    await drawer.getByLabel('依据').fill('疾控电话');
    await drawer.getByRole('button', { name: '确定' }).click();
    await page.getByText('状态已定，手机同步后生效').waitFor();
    await tile().getByText('封控').waitFor();
    await page.getByText('没有要决定的').waitFor();
    await page.getByRole('row', { name: /清源小区 2号.*可转管控/ }).waitFor();
    await look(page, 'zones-4-plan');
  });

  it('residents read what they may do now, by their building', async () => {
    const resident = await (await phone(demo.browser)).newPage();
    await resident.goto(`${demo.server.address}/a/${demo.areaId}`);
    await look(resident, 'zones-7-choose');
    await resident.getByText('清源小区', { exact: true }).click();
    await resident.getByRole('link', { name: '2号', exact: true }).click();
    await resident.getByText('封控', { exact: true }).waitFor();
    await resident.getByText('请待在家里，不出门').waitFor();
    await resident.getByText(/没有新增阳性的话，最早 .* 转为管控/).waitFor();
    expect(await resident.content()).not.toMatch(/单管|疾控/);
    await look(resident, 'zones-8-resident');
    await resident.getByRole('link', { name: '大字' }).click();
    await look(resident, 'zones-9-large');
    await resident.context().close();
  });

  it('reads on a narrow desk too', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await look(page, 'zones-10-narrow');
    await page.setViewportSize({ width: 768, height: 1024 });
    await look(page, 'zones-11-tablet');
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  it('narrows the plan to what is locked down', async () => {
    await page.getByText(/^封控 2$/).click();
    await page.waitForURL(/status=lockdown/);
    expect(await page.locator('.zones-tile').count()).toBe(2);
    await page.getByText('全部', { exact: true }).click();
  });

  it('takes it back as if it had never been, after seeing what that changes', async () => {
    await tile().click();
    const drawer = page.getByRole('dialog');
    await look(page, 'zones-5-place');
    await drawer.getByRole('button', { name: '撤销' }).click();
    await page.getByText('撤销是当作从来没有定过').waitFor();
    await page.getByRole('dialog').getByText('1 栋').waitFor();
    await page.getByLabel('撤销原因').fill('楼号报错了');
    await look(page, 'zones-6-withdraw');
    await page.getByRole('dialog').getByRole('button', { name: '撤销' }).click();
    await page.getByText('已撤销，手机同步后生效').waitFor();
    await tile().getByText('正常').waitFor();
    await page.getByRole('button', { name: '处理' }).waitFor();
    await page.getByRole('row', { name: /撤销：楼号报错了/ }).waitFor();
  });
});
