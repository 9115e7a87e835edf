import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { boxCode } from '#core/codes/contract.ts';
import { lanesOf } from '#groups/testing/testing/area.ts';
import { uuidv7 } from '#kernel/time-id/uuid.ts';
import { look } from './support/browser.ts';
import { DemoDesk } from './support/demo-desk.ts';

/** A morning five hours old: one tube packed and sealed, one forgotten in the fridge. */
describe('the closing of a round', () => {
  let demo: DemoDesk;
  let page: Page;
  let roundId: string;

  beforeAll(async () => {
    demo = await DemoDesk.open();
    ({ page } = demo);
    const from = Date.now() - 5 * 3_600_000;
    const opened = await demo.openRound('13号甲', {}, from);
    ({ roundId } = opened.round);
    const tubeIds = [uuidv7(from), uuidv7(from)];
    for (const [i, person] of opened.people.slice(0, 6).entries()) {
      const which = Math.floor(i / 3);
      const at = from + (i + 1) * 60_000;
      const ids = { sampleId: uuidv7(at), checkInId: uuidv7(at), tubeId: tubeIds[which] };
      const who = { residentId: person.residentId, codeText: null, method: 'scan' };
      const where = { tubeCode: `M-000${which}`, laneId: lanesOf(opened.round)[0] };
      await demo.send('testing.sample', { roundId, ...ids, ...who, ...where }, at);
    }
    const closedAt = from + 600_000;
    for (const tubeId of tubeIds) {
      const reason = { reason: 'no-more-people', note: '' };
      await demo.send('testing.close-tube', { roundId, tubeId, ...reason }, closedAt);
    }
    const box = { roundId, boxId: uuidv7(from), boxCode: boxCode(demo.areaId, 12) };
    const tubes = [{ packingId: uuidv7(closedAt), code: 'M-0000' }];
    await demo.send('testing.pack-tubes', { ...box, tubes }, closedAt + 60_000);
    const seal = { sealNumber: 'F0087', temperature: 6.5 };
    await demo.send('testing.seal-box', { ...box, ...seal }, closedAt + 120_000);
  }, 120_000);
  afterAll(() => demo.close());

  const line = (what: string) => page.locator('.gap-list > li', { hasText: what });

  it('says on the board which box is late, with the word', async () => {
    await demo.goto(`/console/testing/${roundId}`);
    await page.getByText(/12 号箱 超时/).waitFor();
    await look(page, 'differences-01-board');
  });

  it('names each difference, and one click packs the forgotten tube', async () => {
    await demo.goto(`/console/testing/${roundId}/closing`);
    await line('试管没装箱').waitFor();
    await look(page, 'differences-02-closing');
    await line('试管没装箱').getByRole('button', { name: '装入12 号箱' }).click();
    await line('试管没装箱').waitFor({ state: 'detached' });
  });

  it('keeps with its reason what stands as it is', async () => {
    await line('箱封了还没交出').getByRole('button', { name: '情况属实' }).click();
    await page.getByRole('textbox', { name: '写明原因' }).fill('车坏了，下午送');
    await page.getByRole('button', { name: '记下' }).click();
    await page.getByText(/车坏了，下午送/).waitFor();
    await page.getByText('没有差异，三数一致').waitFor();
  });

  it('tells boxes and hand-overs, entered from paper with its time', async () => {
    await demo.goto(`/console/testing/${roundId}/boxes`);
    await page.getByText('F0087').waitFor();
    await page.getByRole('button', { name: '补录纸质交接' }).click();
    await page.getByRole('combobox', { name: '哪些箱' }).click();
    await page.getByTitle('12 号箱').last().click();
    await page.getByLabel('交出人姓名').fill('周安娜');
    await page.getByLabel('接收人姓名').fill('张师傅');
    await page.getByRole('button', { name: '录入' }).click();
    await page.getByText('双方已签').waitFor();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await look(page, 'differences-03-boxes');
  });

  it('prints the summary, signed for the figures that stand', async () => {
    await demo.send('testing.close-round', { roundId, acknowledgedDeviceIds: [] });
    await demo.goto(`/console/testing/${roundId}/summary`);
    const sheet = page.frameLocator('.print-preview iframe');
    await sheet.getByText('核酸检测轮次汇总单').first().waitFor();
    await page.getByRole('button', { name: '检测组长签署' }).click();
    await page.locator('.ant-popconfirm').getByRole('button', { name: '检测组长签署' }).click();
    await page.getByText('第 1 版，一人已签').first().waitFor();
    expect(await page.getByRole('button', { name: '检测组长签署' }).count()).toBe(0);
    await look(page, 'differences-04-summary');
  });
});
