import type { Page } from 'playwright-core';
import { insist, look, pick } from './browser.ts';

export interface Newcomer {
  readonly name: string;
  readonly phone: string;
  readonly pin: string;
}

/** Makes one invitation at the console and returns the link its QR holds. */
export async function invite(page: Page, house: string, role: string, group: string): Promise<string> {
  await page.goto(`${house}/console/people`);
  await page.getByRole('button', { name: '邀请志愿者' }).click();
  await page.getByRole('radio', { name: role, exact: true }).check();
  await page.getByRole('radio', { name: group, exact: true }).check();
  await page.getByRole('button', { name: '生成邀请' }).click();
  await page.getByRole('img', { name: '邀请二维码' }).waitFor();
  await page.getByRole('button', { name: '复制链接' }).click();
  return page.evaluate(() => navigator.clipboard.readText());
}

/** Opens the link on a phone, says who he or she is and sets a PIN twice on the pad. */
export async function join(page: Page, link: string, who: Newcomer): Promise<void> {
  await page.goto(link);
  await page.getByLabel('您的姓名').fill(who.name);
  await page.getByLabel('手机号').fill(who.phone);
  await look(page, `join-${who.phone}`);
  await page.getByRole('button', { name: '下一步' }).click();
  for (const title of ['设一个 6 位密码', '再输一次']) {
    const pad = page.getByRole('group', { name: title });
    for (const digit of who.pin) await pad.getByRole('button', { name: `数字 ${digit}` }).click();
  }
  await page.getByText(`${who.name}`).first().waitFor();
}

/** Types a PIN on the phone's big keys. */
export async function typePin(page: Page, pin: string): Promise<void> {
  for (const digit of pin) await page.getByRole('button', { name: `数字 ${digit}` }).click();
}

/** Opens a locked phone for the person it asks for. */
export async function unlock(page: Page, who: Pick<Newcomer, 'pin'>): Promise<void> {
  await page.getByRole('group', { name: /请输密码/ }).waitFor();
  await typePin(page, who.pin);
  await page.getByRole('group', { name: /请输密码/ }).waitFor({ state: 'detached' });
}

/** Signs in at the console with phone and PIN. */
export async function signInAtDesk(page: Page, house: string, who: Newcomer): Promise<void> {
  await page.goto(`${house}/console/sign-in`);
  await page.getByLabel('手机号').fill(who.phone);
  await page.getByLabel('密码').fill(who.pin);
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByRole('banner').getByText(who.name).waitFor();
}

/** `YYYY-MM-DDTHH:mm` in Shanghai, as a date field of the desk takes it. */
export const shanghai = (at: number): string => new Date(at + 8 * 3_600_000).toISOString().slice(0, 16);

/** Gives somebody a duty around now, of testing unless told otherwise. */
export async function assignDuty(
  page: Page,
  house: string,
  name: string,
  group = '核酸检测组',
  place = '',
): Promise<void> {
  await writeDuty(page, house, name, group, place);
  const form = page.getByRole('dialog');
  // The toast may come and go while the machine stands still; that the form has closed and the duty is listed stays.
  await insist(
    () => form.getByRole('button', { name: '安排', exact: true }).click(),
    (timeout) => form.waitFor({ state: 'hidden', timeout }),
  );
  await page.getByRole('row').filter({ hasText: name }).first().waitFor();
}

/** Asks the roster for a duty around now; what it answers is the story's. */
export async function fillDuty(...duty: Parameters<typeof writeDuty>): Promise<void> {
  await writeDuty(...duty);
  await duty[0].getByRole('button', { name: '安排', exact: true }).click();
}

async function writeDuty(
  page: Page,
  house: string,
  name: string,
  group: string,
  place: string,
): Promise<void> {
  await page.goto(`${house}/console/duties`);
  await page.getByRole('button', { name: '安排值守' }).click();
  await pick(page, page.getByLabel('谁'), name);
  await page.getByRole('radio', { name: group }).check();
  await page.getByLabel('地点（可不填）').fill(place);
  await page.getByLabel('开始时间').fill(shanghai(Date.now() - 3_600_000));
  await page.getByLabel('结束时间').fill(shanghai(Date.now() + 8 * 3_600_000));
}
