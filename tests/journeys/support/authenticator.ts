import type { Page } from 'playwright-core';
import { totpCode } from '#core/accounts/domain/totp.ts';
import { insist } from './browser.ts';
import type { Newcomer } from './people.ts';

/** Sets up an authenticator under 我的账号, reached by the menu. @returns its secret, for later codes */
export async function enrolAuthenticator(
  page: Page,
  { name, pin }: Pick<Newcomer, 'name' | 'pin'>,
): Promise<string> {
  const entry = page.getByRole('menuitem', { name: '我的账号' });
  await insist(
    async () => {
      if (!(await entry.isVisible())) await page.getByRole('button', { name: new RegExp(name) }).click();
      await entry.click();
    },
    (timeout) => page.waitForURL(/\/console\/account/, { timeout }),
  );
  return enrolIn(page, pin);
}

/** The same where the page offers it already: with the secret that stands beside the QR. */
export async function enrolIn(page: Page, pin: string): Promise<string> {
  const section = page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: '动态码', exact: true }) });
  await section.getByLabel('现在的密码').fill(pin);
  await section.getByRole('button', { name: '开通动态码' }).click();
  const typed = (await section.getByText('不能扫码就手工输入').textContent()) ?? '';
  const secret = typed.replace(/[^A-Z2-7]/g, '');
  await section.getByLabel('动态码', { exact: true }).fill(totpCode(secret, Date.now()));
  await section.getByRole('button', { name: '确定开通' }).click();
  await section.getByText('恢复码（只显示这一次').waitFor();
  return secret;
}
