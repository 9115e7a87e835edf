import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MissedView } from '#groups/testing/contract/missed-queries.ts';
import type { CardRow } from '#groups/testing/contract/print-queries.ts';
import { type CreateRound, lanesOf } from '#groups/testing/testing/area.ts';
import { uuidv7 } from '#kernel/time-id/uuid.ts';
import { look } from './support/browser.ts';
import { DemoDesk } from './support/demo-desk.ts';

const PATIENT = { timeout: 60_000 };

/** A round that ends with people missing, and one of whose tubes comes back positive. */
let demo: DemoDesk;
let page: Page;
let round: CreateRound;
let roundId: string;
let people: readonly CardRow[];

beforeAll(async () => {
  demo = await DemoDesk.open();
  ({ page } = demo);
  const opened = await demo.openRound('13号甲', {}, Date.now() - 3_600_000);
  ({ round, people } = opened);
  ({ roundId } = round);
  const tubeId = uuidv7(Date.now());
  for (const one of people.slice(0, 3)) await demo.send('testing.sample', scan(one, 'A1', tubeId));
  for (const one of people.slice(8))
    await demo.send('testing.sample', scan(one, `B${one.residentId}`.slice(0, 20)));
}, 120_000);
afterAll(() => demo.close());

const scan = (person: CardRow, tubeCode: string, tubeId = uuidv7(Date.now()), of = round) => ({
  roundId: of.roundId,
  sampleId: uuidv7(Date.now()),
  checkInId: uuidv7(Date.now()),
  residentId: person.residentId,
  codeText: null,
  tubeId,
  tubeCode: tubeCode.toUpperCase(),
  laneId: lanesOf(of)[0] ?? '',
  method: 'scan' as const,
});
const list = () => page.locator('.table').filter({ has: page.getByRole('checkbox') });
const rows = () => list().locator('.ant-table-row');
const view = () => demo.ask<MissedView>('testing/missed', { roundId });
const drawer = () => page.locator('.ant-drawer').filter({ visible: true });
const rowOf = (person: CardRow | undefined) =>
  rows()
    .filter({ hasText: person?.room ?? '' })
    .first();

describe('who was missed', () => {
  it('stand in a list by building, floor and room, masked, live before the end', async () => {
    await demo.goto(`/console/testing/${roundId}`);
    await page.getByRole('button', { name: '应检未检' }).click();
    await expect.poll(() => rows().count(), PATIENT).toBe(5);
    await look(page, 'missed-open');
    const text = (await list().textContent()) ?? '';
    for (const one of people.slice(3, 8)) expect(text).toContain(one.room);
    expect(text).toMatch(/.\*+/);
  });

  it('are flagged when the round ends', async () => {
    await demo.goto(`/console/testing/${roundId}/closing`);
    await page.getByRole('button', { name: '结束本轮' }).click();
    await page.getByText('已结束').first().waitFor(PATIENT);
    await demo.goto(`/console/testing/${roundId}/missed`);
    await expect.poll(() => rows().count(), PATIENT).toBe(5);
    expect((await view()).round.state).toBe('closed');
  });

  it('are called again: the phones by a recorded look each, the answer kept with who called', async () => {
    for (const box of (await rows().getByRole('checkbox').all()).slice(0, 2)) await box.check();
    await page.getByRole('button', { name: /处理选中的 2 人/ }).click();
    await drawer().getByLabel('为什么要看').fill('二次通知补采');
    await look(page, 'missed-handle');
    const go = drawer().getByRole('button', { name: /看 \d 人的电话/ });
    const phones = Number(/\d/.exec((await go.textContent()) ?? '')?.[0]);
    await go.click();
    await expect
      .poll(() => drawer().locator('.missed-phones strong').allTextContents(), PATIENT)
      .toHaveLength(phones);
    await expect
      .poll(async () => (await drawer().locator('.missed-phones').textContent()) ?? '', PATIENT)
      .toMatch(/1\d{10}/);
    await drawer().getByText('就来', { exact: true }).click();
    await drawer().getByRole('button', { name: '记下' }).click();
    await expect
      .poll(async () => (await view()).people.filter(({ calls }) => calls.length > 0).length, PATIENT)
      .toBe(2);
    await look(page, 'missed-called');
    await demo.goto('/console/register/looks');
    await expect.poll(() => page.getByText('二次通知补采').count(), PATIENT).toBe(phones);
  });

  it('a phone that was late clears one by itself; an excuse clears another', async () => {
    const [late] = people.slice(3);
    if (!late) throw new Error('nobody is missing');
    await demo.send('testing.sample', scan(late, 'C1'), Date.now() - 1_800_000);
    await demo.goto(`/console/testing/${roundId}/missed`);
    await expect.poll(() => rows().count(), PATIENT).toBe(4);
    await rowOf(people[4]).locator('td').nth(3).click();
    await drawer().getByText('免检', { exact: true }).click();
    await drawer().getByRole('button', { name: '改', exact: true }).click();
    await expect.poll(() => rows().count(), PATIENT).toBe(3);
    expect((await view()).cleared).toEqual({ sampled: 1, excused: 1, left: 0 });
    await look(page, 'missed-cleared');
  });

  it('who is left becomes a round of its own with one click', async () => {
    await demo.goto(`/console/testing/${roundId}/missed`);
    await page.getByRole('button', { name: '建补检轮次' }).click();
    await drawer()
      .getByRole('button', { name: /建好并开始（3 人）/ })
      .waitFor();
    await look(page, 'missed-round');
    await drawer()
      .getByRole('button', { name: /建好并开始/ })
      .click();
    await page.getByRole('heading', { name: /补检/ }).waitFor(PATIENT);
    await page.getByText('进行中').first().waitFor(PATIENT);
    await demo.goto(`/console/testing/${roundId}/missed`);
    await expect.poll(() => list().getByText('在补检轮次里').count(), PATIENT).toBe(3);
    expect(await page.getByRole('button', { name: '建补检轮次' }).isDisabled()).toBe(true);
  });
});

describe('who is recalled', () => {
  let recall: CreateRound;

  it('becomes a round of single samples at the door with one click', async () => {
    const result = {
      resultId: uuidv7(Date.now()),
      tubeCode: 'A1',
      outcome: 'positive',
      note: '',
      reportedAt: null,
    };
    await demo.send('testing.record-results', { roundId, results: [result] });
    await demo.goto(`/console/testing/${roundId}/recall`);
    await expect.poll(() => rows().count(), PATIENT).toBe(3);
    await look(page, 'recall-before');
    await page.getByRole('button', { name: '建单采复核轮次' }).click();
    await drawer()
      .getByRole('button', { name: /建好并开始（3 人）/ })
      .click();
    await page.getByText('单采', { exact: false }).first().waitFor(PATIENT);
    await page.getByText('进行中').first().waitFor(PATIENT);
    await demo.goto(`/console/testing/${roundId}/recall`);
    await expect.poll(() => list().getByText('已在复核轮次').count(), PATIENT).toBe(3);
    await look(page, 'recall-made');
  });

  it('is held until the single sample comes back negative', async () => {
    const { rounds } = await demo.ask<{ rounds: { roundId: string; purpose: string }[] }>(
      'testing/followUps',
      {
        roundId,
      },
    );
    const made = rounds.find(({ purpose }) => purpose === 'recall')?.roundId ?? '';
    const { sites } = await demo.ask<{ sites: CreateRound['sites'] }>('testing/plan', { roundId: made });
    recall = { ...round, roundId: made, sites };
    const [person] = people;
    if (!person) throw new Error('nobody is recalled');
    await demo.send('testing.sample', scan(person, 'S1', undefined, recall));
    const result = {
      resultId: uuidv7(Date.now()),
      tubeCode: 'S1',
      outcome: 'negative',
      note: '',
      reportedAt: null,
    };
    await demo.send('testing.record-results', { roundId: made, results: [result] });
    await demo.goto(`/console/testing/${roundId}/recall`);
    await expect.poll(() => list().getByText('已解除').count(), PATIENT).toBe(1);
    await page.getByText('还有 2 人').waitFor();
  });
});
