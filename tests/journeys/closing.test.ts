import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { totpCode } from '#core/accounts/domain/totp.ts';
import { enrolAuthenticator } from './support/authenticator.ts';
import { desk, launch, look, phone, picture } from './support/browser.ts';
import { searchDisk } from './support/disk.ts';
import { type RunningHouse, startHouse } from './support/house.ts';
import { invite, join as joinBy, type Newcomer } from './support/people.ts';
import { setUp } from './support/secretary.ts';

const AREA = '清源居民区';
const SECRETARY = { name: '王书记', pin: '583920' };
const ANNA: Newcomer = { name: '欧阳蕴芝', phone: '19912345687', pin: '630284' };
const SIZES = [
  { width: 390, height: 844 },
  { width: 768, height: 1024 },
  { width: 1440, height: 900 },
] as const;
/** A database is copied meanwhile. */
const PATIENT = { timeout: 150_000 };

/** The emergency is over: the secretary orders the end, thinks better of it, orders it again, and prints the certificate. */
describe('closing an emergency at the desk', () => {
  let house: RunningHouse;
  let browser: Browser;
  let page: Page;
  let pocket: Page;
  let secret: string;

  beforeAll(async () => {
    house = await startHouse();
    browser = await launch();
    page = await (await desk(browser)).newPage();
    pocket = await (await phone(browser)).newPage();
    page.setDefaultTimeout(60_000);
    pocket.setDefaultTimeout(60_000);
  });
  afterAll(async () => {
    await browser?.close();
    await house?.stop();
  });

  const fillOrder = async (name: string) => {
    await page.goto(`${house.address}/console/closing`);
    await page.getByRole('button', { name: '下令终止' }).click();
    await page.getByLabel('依据').fill('街道办 2022 年第 31 号通知');
    await page.getByLabel('责任人').fill('王书记');
    await page.getByLabel('见证人').fill('李主任');
    await page.getByLabel('确认').fill(name);
    await page.getByRole('button', { name: '终止并销毁' }).click();
  };
  /** The page as it stands, at each size. */
  const lookAtEach = async (name: string, shown: Page = page) => {
    for (const size of SIZES) {
      await shown.setViewportSize(size);
      // A drawer slides to its new width.
      await shown.waitForFunction(() => document.getAnimations().length === 0);
      await look(shown, `${name}-${size.width}`);
    }
  };
  const inEnglish = async (work: () => Promise<void>) => {
    await page.getByRole('button', { name: 'English' }).click();
    await work();
    await page.getByRole('button', { name: '中文' }).click();
  };
  const showItIsMe = async () => {
    const field = page.getByRole('dialog').getByLabel('动态码');
    if (!(await field.isVisible())) return;
    await field.fill(totpCode(secret, Date.now()));
  };

  it('finds who works there: a secretary with an authenticator, a volunteer with a phone', async () => {
    await setUp(page, house.setUpLink);
    secret = await enrolAuthenticator(page, SECRETARY);
    await joinBy(pocket, await invite(page, house.address, '志愿者', '核酸检测组'), ANNA);
    const finds = await searchDisk(house.dataFolder, [ANNA.name]);
    expect(finds.some(({ file }) => file.includes('pg_wal'))).toBe(true);
  });

  it('says what goes and what stays, and wants the name of the area', async () => {
    await page.goto(`${house.address}/console/closing`);
    await page.getByRole('heading', { name: '要销毁的' }).waitFor();
    await page.getByRole('cell', { name: /至少保存三年/ }).waitFor();
    await lookAtEach('closing-01-preview');
    await fillOrder('清源');
    await page.getByText('和居民区名称不一样').waitFor();
    await lookAtEach('closing-02-order');
    await page.keyboard.press('Escape');
    await inEnglish(async () => {
      await lookAtEach('closing-01-preview-en');
      await page.getByRole('button', { name: 'Order the closing' }).click();
      await page.getByLabel('Witness').waitFor();
      await lookAtEach('closing-02-order-en');
      await page.keyboard.press('Escape');
      await page.getByLabel('Witness').waitFor({ state: 'detached' });
    });
  });

  it('can be stopped while it waits, and nothing has happened', async () => {
    await fillOrder(AREA);
    await showItIsMe();
    // Thirty seconds are short on a busy machine: it is looked over when it is ordered again.
    await page.getByRole('button', { name: '停止' }).click();
    await page.getByText('什么都没有销毁').waitFor();
    await lookAtEach('closing-04-stopped');
    await inEnglish(() => lookAtEach('closing-04-stopped-en'));
    expect(await searchDisk(house.dataFolder, [ANNA.name])).not.toEqual([]);
  });

  it('destroys, while the page waits for the server, and ends with a certificate', async () => {
    await fillOrder(AREA);
    await showItIsMe();
    await page.getByRole('timer').waitFor();
    for (const size of SIZES) {
      await page.setViewportSize(size);
      await picture([[`closing-03-waiting-${size.width}`, page]]);
    }
    await look(page, 'closing-03-waiting');
    await page.reload();
    await page.getByText(`“${AREA}”应急已终止`).waitFor(PATIENT);
    await lookAtEach('closing-05-done');
    await inEnglish(() => lookAtEach('closing-05-done-en'));
    const [certificate] = await Promise.all([
      page.context().waitForEvent('page'),
      page.getByRole('link', { name: '打开证明' }).click(),
    ]);
    await certificate.getByRole('heading', { name: `${AREA} 应急终止个人信息销毁证明` }).waitFor();
    await certificate.getByText('街道办 2022 年第 31 号通知').waitFor();
    await lookAtEach('closing-06-certificate', certificate);
    await certificate.goto(certificate.url().replace('zh-CN', 'en'));
    await lookAtEach('closing-06-certificate-en', certificate);
    await certificate.close();
  });

  it('has left nobody on the server', async () => {
    expect(await searchDisk(house.dataFolder, [ANNA.name, ANNA.phone])).toEqual([]);
    const [closing] = (await readdir(join(house.dataFolder, 'closings'))).slice(-1);
    const kept = join(house.dataFolder, 'closings', closing ?? '', 'kept', 'kernel.command_log.csv');
    expect(await readFile(kept, 'utf8')).toContain('closing.begin');
  });

  it('has told the phone, which thanks and holds nothing any more', async () => {
    await pocket.reload();
    await pocket.getByRole('heading', { name: '应急已经结束' }).waitFor(PATIENT);
    await look(pocket, 'closing-07-phone');
    await pocket.reload();
    await pocket.getByRole('heading', { name: '应急已经结束' }).waitFor();
    await pocket.getByRole('button', { name: '知道了' }).click();
    await pocket.getByLabel('手机号').waitFor();
    expect(await pocket.locator('body').textContent()).not.toContain('欧');
  });
});
