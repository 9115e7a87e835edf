import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lanesOf } from '#groups/testing/testing/area.ts';
import { uuidv7 } from '#kernel/time-id/uuid.ts';
import { look } from './support/browser.ts';
import { DemoDesk } from './support/demo-desk.ts';

/** Three rounds of one building, each with more people than the one before. */
let demo: DemoDesk;
let last = '';
const CAME = [8, 13, 18] as const;
const PATIENT = { timeout: 60_000 };

beforeAll(async () => {
  demo = await DemoDesk.open();
  for (const [r, came] of CAME.entries()) {
    const { round, people } = await demo.openRound('13号甲', { name: `4月1${r}日` });
    last = round.roundId;
    for (const [i, person] of people.slice(0, came).entries()) {
      await demo.send('testing.sample', {
        roundId: last,
        sampleId: uuidv7(Date.now()),
        checkInId: uuidv7(Date.now()),
        residentId: person.residentId,
        codeText: null,
        tubeId: `01890000-0000-7000-8000-0000000${r}000${i >> 2}`,
        tubeCode: `T${r}${i >> 2}`,
        laneId: lanesOf(round)[0] ?? '',
        method: 'scan',
      });
    }
  }
}, 120_000);
afterAll(() => demo.close());

const rows = () => demo.page.locator('.table .ant-table-row');

describe('numbers', () => {
  it('stand round by round, drawn and in a table, each figure opening its rows', async () => {
    const { page } = demo;
    await demo.goto('/console/testing/numbers');
    await page.locator('.line-chart svg').first().waitFor(PATIENT);
    await expect.poll(() => rows().count(), PATIENT).toBe(CAME.length);
    await look(page, 'numbers');
    await page.setViewportSize({ width: 768, height: 1024 });
    await look(page, 'numbers-small');
    await page.setViewportSize({ width: 1440, height: 900 });
    await rows().first().getByRole('link', { name: /人次/ }).first().click();
    await expect.poll(() => rows().count(), PATIENT).toBe(CAME[2]);
  });

  it('of a building show how far it is and open who is missing there', async () => {
    const { page } = demo;
    await demo.goto(`/console/testing/${last}`);
    await page.locator('.completion').scrollIntoViewIfNeeded(PATIENT);
    await look(page, 'completion');
    await page.locator('.completion').getByRole('link').first().click();
    await page.getByRole('heading', { name: /应检未检/ }).waitFor();
  });
});
