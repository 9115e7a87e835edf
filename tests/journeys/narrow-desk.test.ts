import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { conductPaths } from '#core/conduct/paths.ts';
import { handoversPaths } from '#core/handovers/paths.ts';
import type { GateView } from '#groups/gates/contract/queries.ts';
import { uuidv7 } from '#kernel/time-id/uuid.ts';
import { LANGUAGE_NAMES, LANGUAGES } from '#kernel/ui/language.ts';
import { seriousFaults } from '../setup/axe.ts';
import { picture } from './support/browser.ts';
import { DemoDesk } from './support/demo-desk.ts';
import { gatesWithQuota } from './support/gate-area.ts';
import { publishStarter } from './support/quiz.ts';

const PATIENT = { timeout: 60_000 };
const PAGES: readonly (readonly [name: string, path: string])[] = [
  ['gates', '/gates'],
  ['passages', '/gates/passages'],
  ['flags', '/gates/flags'],
  ['inside', '/gates/inside'],
  ['passes', '/passes'],
  ['zones', '/zones'],
  ['keys', '/codes/keys'],
  ['conduct', conductPaths.of('order')],
  ['handovers', handoversPaths.of('order')],
];

/** The desk on a tablet held upright: every page of the order group fits, in both languages. */
let demo: DemoDesk;
const newId = () => uuidv7(Date.now());

beforeAll(async () => {
  demo = await DemoDesk.open();
  demo.page.setDefaultTimeout(PATIENT.timeout);
  await gatesWithQuota(demo, ['东门', '西门', '南门（消防通道旁）']);
  await publishStarter(demo);
  const { found } = await demo.ask<{ found: { id: string }[] }>('people/search', { text: '1-', limit: 5 });
  const nobody = { householdId: null, memberId: null, label: null, plate: null };
  await demo.send('passes.issue', {
    ...{ kind: 'resident', compoundIds: [], quota: 'household', form: 'paper' },
    ...{ validFrom: Date.now(), validUntil: Date.now() + 7 * 86_400_000 },
    passes: found.map(({ id }) => ({ passId: newId(), residentId: id, ...nobody })),
  });
  const { gates } = await demo.ask<{ gates: GateView[] }>('gates/gates', {});
  const none = { householdId: null, passId: null, visitId: null, reason: null, note: '', photo: null };
  for (const { id } of found) {
    await demo.send('gates.record-passage', {
      ...{ passageId: newId(), gateId: gates[0]?.gateId, laneId: null, direction: 'in', subject: 'resident' },
      ...{ residentId: id, outcome: 'allowed', rule: 'returning', ...none },
    });
  }
  await demo.send('handovers.add-point', {
    ...{ pointId: newId(), group: 'order', place: '南门（消防通道旁）', dueAt: null },
    text: '雨棚漏水，物业说下午来修；来之前请居民走东门，轮椅和担架照走南门',
  });
}, 180_000);
beforeEach(({ onTestFailed }) => onTestFailed(() => picture([['failed-narrow-desk', demo.page]])));
afterAll(() => demo?.close());

describe.each(LANGUAGES)('the desk of the order group on a tablet, in %s', (language) => {
  it('fits', async () => {
    const { page } = demo;
    await page.setViewportSize({ width: 768, height: 1024 });
    const wrong: string[] = [];
    for (const [name, path] of PAGES) {
      await demo.goto(`/console${path}`);
      if ((await page.locator(`html[lang="${language}"]`).count()) === 0) {
        await page.getByRole('button', { name: LANGUAGE_NAMES[language] }).click();
      }
      await page.locator(`html[lang="${language}"]`).waitFor();
      await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
      await page.locator('.quiet-bars').first().waitFor({ state: 'detached' });
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (over > 0) wrong.push(`${name}: ${over} px beside the page`);
      wrong.push(...(await spilt(page)).map((words) => `${name}: runs out of its box: ${words}`));
      wrong.push(...(await seriousFaults(page)).map((fault) => `${name}: ${fault}`));
      await picture([[`narrow-${language}-${name}`, page]]);
    }
    expect(wrong).toEqual([]);
  });
});

/** Words that run out of the button, paragraph or card they stand in. */
function spilt(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main button, main p, main a, main section')]
      .filter((box) => box.checkVisibility() && getComputedStyle(box).overflowX === 'visible')
      .filter((box) => getComputedStyle(box).display !== 'inline' && box.scrollWidth > box.clientWidth + 1)
      .map((box) => box.outerHTML.slice(0, 120)),
  );
}
