import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CardRow } from '#groups/testing/contract/print-queries.ts';
import { lanesOf } from '#groups/testing/testing/area.ts';
import { uuidv7 } from '#kernel/time-id/uuid.ts';
import { look } from './support/browser.ts';
import { DemoDesk } from './support/demo-desk.ts';

/** A tube of three and one of one; somebody of the first was withdrawn. */
const [FULL, OTHER] = ['31092022041800301', '31092022041800302'] as const;
const PATIENT = { timeout: 60_000 };

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
  const laneId = lanesOf(opened.round)[0] ?? '';
  const tubes = { [FULL]: uuidv7(Date.now()), [OTHER]: uuidv7(Date.now()) };
  const sampleIds: string[] = [];
  for (const [i, tubeCode] of [FULL, FULL, FULL, OTHER].entries()) {
    const sampleId = uuidv7(Date.now());
    sampleIds.push(sampleId);
    await demo.send('testing.sample', {
      roundId,
      sampleId,
      checkInId: uuidv7(Date.now()),
      residentId: people[i]?.residentId,
      codeText: null,
      tubeId: tubes[tubeCode],
      tubeCode,
      laneId,
      method: 'scan',
    });
  }
  const note = '扫错了人';
  await demo.send('testing.void-sample', { roundId, sampleId: sampleIds[1], keepCheckIn: false, note });
  const results = [
    { resultId: uuidv7(Date.now()), tubeCode: FULL, outcome: 'positive', note: '', reportedAt: null },
  ];
  await demo.send('testing.record-results', { roundId, results });
}, 120_000);
afterAll(() => demo.close());

const rows = () => page.locator('.table .ant-table-row');
const main = () => page.getByRole('main');

describe('a tube’s history', () => {
  it('opens from the search at the top, by a part of its code', async () => {
    await demo.goto('/console/testing');
    await page.locator('.search input').fill('800301');
    await page.locator('.search-hit').filter({ hasText: FULL }).click();
    await page.getByRole('heading', { name: `试管 ${FULL}` }).waitFor();
    await expect.poll(() => rows().count(), PATIENT).toBe(3);
  });

  it('names its members in order; who was withdrawn stands where it stood, and why', async () => {
    const places = await rows().evaluateAll((lines) =>
      lines.map((line) => line.querySelector('td')?.textContent),
    );
    expect(places[0]).toBe('1');
    expect(places[1]).toContain('已撤下');
    expect(places[2]).toBe('2');
    await expect.poll(() => rows().nth(1).textContent()).toContain('作废采样（扫错了人）');
    await expect.poll(() => main().textContent()).toContain('阳性');
    await look(page, 'tube');
    await page.setViewportSize({ width: 768, height: 1024 });
    await look(page, 'tube-small');
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  it('exports its members with the ids of their rows', async () => {
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: '导出表格' }).click();
    const saved = await saving;
    expect(saved.suggestedFilename()).toContain(FULL);
    expect(saved.suggestedFilename()).toMatch(/\.csv$/);
  });

  it('opens a member, whose history opens the tube again', async () => {
    await rows().first().getByRole('link').click();
    await page.getByRole('heading', { name: /的检测记录/ }).waitFor();
    await rows().filter({ hasText: '第 1 / 2' }).filter({ hasText: '阳性' }).waitFor();
    await look(page, 'person');
    await rows().getByRole('link', { name: FULL }).click();
    await page.getByRole('heading', { name: `试管 ${FULL}` }).waitFor();
  });

  it('of a person opens from the register’s drawer', async () => {
    await demo.goto(`/console/register?resident=${people[0]?.residentId ?? ''}`);
    await page.getByRole('link', { name: '核酸检测记录' }).click();
    await page.getByRole('heading', { name: /的检测记录/ }).waitFor();
  });

  it('opens from every list that names a tube', async () => {
    for (const path of ['rows/inTubes', 'rows/tubes', 'results']) {
      await demo.goto(`/console/testing/${roundId}/${path}`);
      await rows().getByRole('link', { name: FULL }).first().click();
      await page.getByRole('heading', { name: `试管 ${FULL}` }).waitFor();
    }
  });

  it('nobody knows says so', async () => {
    await demo.goto(`/console/testing/${roundId}/tubes/NOSUCH`);
    await page.getByText('没有这支试管').waitFor();
  });
});
