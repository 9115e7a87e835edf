import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { totpCode } from '#core/accounts/domain/totp.ts';
import type { CardRow } from '#groups/testing/contract/print-queries.ts';
import { lanesOf } from '#groups/testing/testing/area.ts';
import { readSheet } from '#kernel/sheet/read.ts';
import { uuidv7 } from '#kernel/time-id/uuid.ts';
import { enrolAuthenticator } from './support/authenticator.ts';
import { look } from './support/browser.ts';
import { DemoDesk } from './support/demo-desk.ts';

const [POSITIVE, BESIDE] = ['31092022041800401', '31092022041800402'] as const;
const PATIENT = { timeout: 60_000 };
const REASON = '市疾控流调';

let demo: DemoDesk;
let page: Page;
let roundId: string;
let people: readonly CardRow[];
/** What was handed to the print dialog. */
const printed: string[] = [];

beforeAll(async () => {
  demo = await DemoDesk.open();
  ({ page } = demo);
  const opened = await demo.openRound('13号甲', {
    tubeSeries: { kind: 'lab', name: '市疾控', pattern: '#'.repeat(17) },
  });
  ({ people } = opened);
  ({ roundId } = opened.round);
  const laneId = lanesOf(opened.round)[0] ?? '';
  for (const [i, tubeCode] of [POSITIVE, POSITIVE, BESIDE, BESIDE].entries()) {
    await demo.send('testing.sample', {
      roundId,
      sampleId: uuidv7(Date.now()),
      checkInId: uuidv7(Date.now()),
      residentId: people[i * 3]?.residentId,
      codeText: null,
      tubeId:
        tubeCode === POSITIVE
          ? '01890000-0000-7000-8000-000000000a01'
          : '01890000-0000-7000-8000-000000000a02',
      tubeCode,
      laneId,
      method: 'scan',
    });
  }
  const result = { resultId: uuidv7(Date.now()), outcome: 'positive', note: '', reportedAt: null };
  await demo.send('testing.record-results', { roundId, results: [{ ...result, tubeCode: POSITIVE }] });
  await page.exposeFunction('keepPrinted', (document: string) => printed.push(document));
  await page.addInitScript(() => {
    // The dialog itself cannot be driven: what would be printed is kept instead.
    window.print = () => {
      const { parent } = window as unknown as { parent: { keepPrinted?: (text: string) => void } };
      parent.keepPrinted?.(document.documentElement.outerHTML);
    };
  });
}, 120_000);
afterAll(() => demo.close());

const rows = () => page.locator('.table .ant-table-row');

describe('the contacts of a positive tube', () => {
  it('open from the tube: its people, who lives with them, who stood there; masked', async () => {
    await demo.goto(`/console/testing/${roundId}/tubes/${POSITIVE}`);
    await page.getByRole('button', { name: '密接排查' }).click();
    await page.getByRole('heading', { name: '密接排查名单', level: 1 }).waitFor();
    await rows().filter({ hasText: '同管第 1' }).waitFor();
    await rows().filter({ hasText: '同住' }).first().waitFor();
    await rows().filter({ hasText: BESIDE }).first().waitFor();
    expect(await page.locator('.table').textContent()).toMatch(/\*\*\*\*/);
    await look(page, 'contacts');
    await page.setViewportSize({ width: 768, height: 1024 });
    await look(page, 'contacts-small');
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  it('narrow to one of the tube’s people, and to one kind of tie', async () => {
    const all = await rows().count();
    await page.getByRole('link', { name: /同台前后/ }).click();
    await expect.poll(() => rows().count(), PATIENT).toBeLessThan(all);
    await demo.goto(`/console/testing/${roundId}/tubes/${POSITIVE}/contacts?around=${people[0]?.residentId}`);
    await rows().filter({ hasText: '本管人员' }).waitFor();
    expect(await rows().filter({ hasText: '本管人员' }).count()).toBe(1);
  });

  it('print masked with a reason, and say on each page who, when and where', async () => {
    await demo.goto(`/console/testing/${roundId}/tubes/${POSITIVE}/contacts`);
    await page.getByRole('button', { name: '记下并打印' }).click();
    await page.getByText('必填').waitFor();
    await page.getByLabel('原因').fill(REASON);
    await page.getByRole('button', { name: '记下并打印' }).click();
    await expect.poll(() => printed.length, PATIENT).toBe(1);
    const [paper = ''] = printed;
    expect(paper).toContain('class="watermark"');
    expect(paper).toContain('清源居民区 王书记');
    expect(paper).toContain(REASON);
    expect(paper).not.toContain(await fullName());
    await page.evaluate((html) => {
      document.body.insertAdjacentHTML(
        'beforeend',
        '<iframe id="seen" title="paper" style="position:fixed;inset:0;width:100%;height:100%;z-index:9999"></iframe>',
      );
      (document.getElementById('seen') as HTMLIFrameElement).srcdoc = html;
    }, paper);
    await page.frameLocator('#seen').locator('.contacts').first().waitFor();
    await look(page, 'contacts-paper');
  });

  it('print in full once the second factor was shown', async () => {
    await demo.goto('/console/testing');
    const secret = await enrolAuthenticator(page, { name: '王书记', pin: '246810' });
    await demo.goto(`/console/testing/${roundId}/tubes/${POSITIVE}/contacts`);
    await page.getByLabel('原因').fill(REASON);
    await page.getByLabel('印全名和完整电话').check();
    await page.getByRole('button', { name: '记下并打印' }).click();
    await shown(secret, () => printed.length > 1);
    await expect.poll(() => printed.at(-1)?.includes(full) ?? false, PATIENT).toBe(true);
  });

  it('the round’s records go out in full the same way, with every number to its last digit', async () => {
    await demo.goto(`/console/testing/${roundId}`);
    await page.getByRole('button', { name: '导出全名全号' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('原因').fill('送检机构要求');
    await look(page, 'records-in-full');
    const saving = page.waitForEvent('download', PATIENT);
    await dialog.getByRole('button', { name: '记下并导出' }).click();
    const saved = await saving;
    expect(saved.suggestedFilename()).toMatch(/^清源居民区-.*王书记\.xlsx$/);
    const [samples] = readSheet(await readFile(await saved.path())).sheets;
    const texts = samples?.rows.map((row) => row.cells.map((cell) => cell?.text ?? '')) ?? [];
    expect(texts[1]?.some((text) => /^\d{17}[\dX]$/.test(text))).toBe(true);
    expect(texts[1]).toContain(POSITIVE);
  });

  it('stand in the looked-at list, each with its reason', async () => {
    await demo.goto('/console/register/looks');
    await rows().filter({ hasText: '送检机构要求' }).filter({ hasText: '全部采样记录' }).waitFor();
    await rows().filter({ hasText: REASON }).filter({ hasText: '打印（打码）' }).waitFor();
    await rows().filter({ hasText: REASON }).filter({ hasText: '看全名、电话' }).waitFor();
    await look(page, 'looks-at-lists');
  });
});

let full = '';
/** The register's own name of the first person. */
async function fullName(): Promise<string> {
  const resident = await demo.ask<{ name: string }>('people/resident', { residentId: people[0]?.residentId });
  full = resident.name;
  return full;
}

/** Types the code when it is asked for: a second factor set up a moment ago may count as shown. */
async function shown(secret: string, done: () => boolean): Promise<void> {
  const field = page.getByRole('dialog').getByLabel('动态码', { exact: true });
  await expect.poll(async () => done() || (await field.isVisible()), PATIENT).toBe(true);
  if (done()) return;
  await field.fill(totpCode(secret, Date.now()));
  await page.keyboard.press('Enter');
}
