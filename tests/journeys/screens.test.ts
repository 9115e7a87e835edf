import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { screens } from '#apps/console/screens.ts';
import { lanesOf } from '#groups/testing/testing/area.ts';
import { uuidv7 } from '#kernel/time-id/uuid.ts';
import { LANGUAGES, type Language } from '#kernel/ui/language.ts';
import { seriousFaults } from '../setup/axe.ts';
import { DemoDesk } from './support/demo-desk.ts';

const SIZES = [
  { width: 1440, height: 900 },
  { width: 768, height: 1024 },
  { width: 390, height: 844 },
] as const;

/** Every screen of the console, full, in both languages and at three sizes: no serious fault, nothing beside the page. */
describe('every screen of the console', () => {
  let demo: DemoDesk;
  let page: Page;
  let roundId: string;
  let residentId: string;
  let siteId: string;
  let buildingId: string;

  beforeAll(async () => {
    demo = await DemoDesk.open();
    ({ page } = demo);
    const { round, people } = await demo.openRound('13号甲');
    ({ roundId } = round);
    siteId = round.sites[0]?.siteId ?? '';
    buildingId = round.scope.buildingIds[0] ?? '';
    residentId = people[0]?.residentId ?? '';
    for (const [i, person] of people.slice(0, 12).entries()) {
      await demo.send('testing.sample', {
        roundId,
        sampleId: uuidv7(Date.now()),
        checkInId: uuidv7(Date.now()),
        residentId: person.residentId,
        codeText: null,
        tubeId: `01890000-0000-7000-8000-00000000000${Math.floor(i / 4)}`,
        tubeCode: `T${Math.floor(i / 4)}`,
        laneId: lanesOf(round)[i % 2] ?? '',
        method: 'scan',
      });
    }
  }, 120_000);
  afterAll(() => demo.close());

  const paths = screens.filter((screen) => !screen.open).map(({ path }) => path);
  const addressOf = (path: string) =>
    `/console${path.replace('$roundId', roundId).replace('$group', 'order').replace('$siteId', siteId).replace('$buildingId', buildingId).replace('$figure', 'inTubes').replace('$code', 'T0').replace('$residentId', residentId)}`;

  it.each(LANGUAGES)(
    'in %s',
    async (language) => {
      const wrong: string[] = [];
      await speak(page, language);
      for (const path of paths) {
        await demo.goto(addressOf(path));
        await page.locator('h1').first().waitFor();
        for (const size of SIZES) {
          await page.setViewportSize(size);
          await page.waitForFunction(() => !document.querySelector('.quiet-bars'));
          const found = [...(await seriousFaults(page)), ...(await stickingOut(page))];
          wrong.push(...found.map((fault) => `${path} at ${size.width}: ${fault}`));
          await keep(page, `${language}-${size.width}${path.replaceAll(/[/$]/g, '_')}`);
        }
      }
      expect(wrong).toEqual([]);
    },
    600_000,
  );
});

async function speak(page: Page, language: Language): Promise<void> {
  await page.evaluate(
    (chosen) => localStorage.setItem('concerto.language', JSON.stringify(chosen)),
    language,
  );
}

/** The page itself never scrolls sideways; a wide table does so inside its own frame. Names what is too wide. */
async function stickingOut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const over = document.documentElement.scrollWidth - window.innerWidth;
    if (over <= 0) return [];
    const wide = [...document.body.querySelectorAll('*')].filter(
      (element) =>
        !element.closest('.table-scroll') &&
        element.getBoundingClientRect().right >= window.innerWidth + over,
    );
    return [`${over} px beside the page: ${wide.at(0)?.outerHTML.slice(0, 120)}`];
  });
}

async function keep(page: Page, name: string): Promise<void> {
  const { CONCERTO_PICTURES: folder } = process.env;
  if (!folder) return;
  await mkdir(join(folder, 'screens'), { recursive: true });
  await page.screenshot({ path: join(folder, 'screens', `${name}.png`) });
}
