import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CardRow } from '#groups/testing/contract/print-queries.ts';
import { lanesOf } from '#groups/testing/testing/area.ts';
import { uuidv7 } from '#kernel/time-id/uuid.ts';
import { look } from './support/browser.ts';
import { DemoDesk } from './support/demo-desk.ts';

const SHEET = fileURLToPath(new URL('../data/lab-results.csv', import.meta.url));
/** Of the laboratory's sheet: a positive, an invalid and a negative tube. */
const [POSITIVE, INVALID, NEGATIVE] = [
  '31092022041800028',
  '31092022041800205',
  '31092022041800001',
] as const;
/** Sampled, and not on the sheet. */
const WAITING = '31092022041809999';

/** A round in a laboratory's own tubes, whose results come back as a sheet. */
let demo: DemoDesk;
let page: Page;
let roundId: string;
let people: readonly CardRow[];

beforeAll(async () => {
  demo = await DemoDesk.open();
  ({ page } = demo);
  const opened = await demo.openRound('13号甲', {
    tubeSeries: { kind: 'lab', name: '市疾控', pattern: '#'.repeat(17) },
  });
  ({ people } = opened);
  ({ roundId } = opened.round);
  for (const [i, tubeCode] of [POSITIVE, INVALID, NEGATIVE, WAITING].entries()) {
    const tubeId = uuidv7(Date.now());
    for (const one of people.slice(i * 2, i * 2 + 2)) {
      await demo.send('testing.sample', {
        roundId,
        sampleId: uuidv7(Date.now()),
        checkInId: uuidv7(Date.now()),
        residentId: one.residentId,
        codeText: null,
        tubeId,
        tubeCode,
        laneId: lanesOf(opened.round)[0] ?? '',
        method: 'scan',
      });
    }
  }
}, 120_000);
afterAll(() => demo.close());

const PATIENT = { timeout: 60_000 };
const rows = () => page.locator('.table .ant-table-row');
const figure = (label: string, value: string) =>
  page.getByRole('link', { name: new RegExp(`${label}`) }).filter({ hasText: value });

describe('the laboratory’s answer', () => {
  it('is a sheet that is dropped on the page; columns and words are told by themselves', async () => {
    await demo.goto(`/console/testing/${roundId}`);
    await page.getByRole('button', { name: '检测结果' }).click();
    await rows().first().waitFor();
    await page.getByRole('button', { name: '导入结果' }).click();
    await page.locator('input[type=file]').setInputFiles(SHEET);
    await page.getByText(/对不上试管，先记下 \d+ 条/).waitFor();
    await page.getByText(/新结果 3 条/).waitFor();
    await look(page, 'results-preview');
  });

  it('is entered, tubes and all; what no phone has brought is listed', async () => {
    await page.getByRole('button', { name: /^录入 4\d\d 条/ }).click();
    await page.getByText(/已录入 4\d\d 条/).waitFor(PATIENT);
    await page.getByText(/已经录过 3 条/).waitFor(PATIENT);
    await page.getByRole('button', { name: '收起' }).click();
    await figure('没出结果', '1').first().waitFor();
    await look(page, 'results');
    await figure('没出结果', '1').first().click();
    await expect.poll(() => rows().count(), PATIENT).toBe(1);
    await rows()
      .filter({ hasText: WAITING.slice(-4) })
      .waitFor();
  });

  it('recalls everybody of a positive or invalid tube, in walking order, masked', async () => {
    await page.getByRole('button', { name: '复核召回' }).click();
    await expect.poll(() => rows().count(), PATIENT).toBe(4);
    const text = (await page.locator('.table').textContent()) ?? '';
    for (const one of people.slice(0, 4)) expect(text).toContain(`${one.building}${one.room}`);
    expect(text).toMatch(/.\*+/);
    await look(page, 'recall');
  });

  it('entered again it changes nothing', async () => {
    await demo.goto(`/console/testing/${roundId}/results`);
    await page.getByRole('button', { name: '导入结果' }).click();
    await page.locator('input[type=file]').setInputFiles(SHEET);
    await page.getByText(/已经录过 3 条/).waitFor();
    await expect.poll(() => page.getByText(/新结果 \d+ 条/).count(), PATIENT).toBe(0);
  });

  it('a file that is no sheet is named so', async () => {
    await page.getByRole('button', { name: '收起' }).click();
    await page.getByRole('button', { name: '导入结果' }).click();
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: '结果.csv', mimeType: 'text/csv', buffer: Buffer.from('%PDF-1.7') });
    await page.getByRole('alert').first().waitFor();
    await look(page, 'results-no-sheet');
  });
});
