import type { BrowserContext, Page } from 'playwright-core';
import type { SessionView } from '#core/accounts/contract/http.ts';

export const PIN = '472915';

/** Who is let in. */
export const MEMBER = '01890000-0000-7000-8000-000000000002';

const VIEW: SessionView = {
  accountId: 'account',
  practices: [],
  wrongPins: null,
  places: [
    {
      areaId: '01890000-0000-7000-8000-000000000001',
      areaName: '清源居民区',
      practisesFor: null,
      memberId: MEMBER,
      name: '王秀兰',
      role: 'volunteer',
      group: 'testing',
      secondFactorBy: null,
      grants: [],
    },
  ],
};

/** A server that lets anybody in as the same person, in front of files that are served without one. */
export async function letIn(context: BrowserContext): Promise<void> {
  const answer = (json: object) => (route: { fulfill(o: { json: object }): Promise<void> }) =>
    route.fulfill({ json });
  await context.route('**/api/sign-in', answer(VIEW));
  await context.route('**/api/session', answer(VIEW));
}

/** Comes in with phone and PIN on the phone's own screens; the page stands at the first one then. */
export async function signInOnPhone(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/phone/sign-in`);
  await page.locator('input[type=tel]').fill('19900010003');
  await page.keyboard.press('Enter');
  await typePin(page);
  await page.locator('.phone-tabs').waitFor();
}

/** Opens the locked phone. */
export async function unlockPhone(page: Page): Promise<void> {
  await typePin(page);
  await page.locator('fieldset.pin').waitFor({ state: 'detached' });
}

async function typePin(page: Page): Promise<void> {
  await page.locator('fieldset.pin:not([disabled])').waitFor();
  await page.keyboard.press('Tab');
  for (const digit of PIN) await page.locator('.pin-keys button', { hasText: digit }).click();
}
