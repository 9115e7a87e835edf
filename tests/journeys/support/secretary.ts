import type { Page } from 'playwright-core';

/** Opens a fresh installation with the printed link as 清源居民区, empty, its secretary at the desk. */
export async function setUp(page: Page, link: string | null): Promise<void> {
  await page.goto(link ?? '');
  await page.getByLabel('居民区名称').fill('清源居民区');
  await page.getByLabel('书记姓名').fill('王书记');
  await page.getByLabel('书记手机号').fill('19900010001');
  await page.getByLabel('密码（至少 6 位）').fill('583920');
  await page.getByLabel('再输一次密码').fill('583920');
  await page.getByRole('button', { name: '建好并进入' }).click();
  await page.getByRole('banner').getByText('清源居民区').waitFor();
}

/** Signs the secretary of `setUpArea` in at the desk. */
export async function signInAsSecretary(page: Page, address: string): Promise<void> {
  await page.goto(`${address}/console/sign-in`);
  await page.getByLabel('手机号').fill('19900000001');
  await page.getByLabel('密码').fill('246810');
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByRole('link', { name: '居民册', exact: true }).waitFor();
}
