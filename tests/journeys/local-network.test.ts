import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER } from '#apps/web/testing/browser.ts';
import { desk, look, phone } from './support/browser.ts';
import { type RunningHouse, startHouse } from './support/house.ts';
import { type OwnDevice, ownDevice } from './support/trust.ts';

/**
 * A place without a domain name: the server makes its own authority, a phone that does not know it is refused by its
 * browser, is told how to trust it, and then has everything a secure page may do. No certificate error is ignored.
 */
describe('a local network with an authority of its own', () => {
  let house: RunningHouse;
  let device: OwnDevice;
  let browser: Browser;
  let page: Page;
  let secure = '';
  let trustPage = '';
  let plain = '';

  const openPhone = async () => {
    browser = await device.open();
    page = await (await phone(browser)).newPage();
  };

  beforeAll(async () => {
    house = await startHouse(['--tls', 'local']);
    secure = /打开：(https:\S+)/.exec(house.printed)?.[1] ?? '';
    trustPage = /根证书：(http:\S+\/trust)/.exec(house.printed)?.[1] ?? '';
    plain = trustPage.replace(/\/trust$/, '');
    device = await ownDevice();
    await openPhone();
  });
  afterAll(async () => {
    await browser?.close();
    await device?.forget();
    await house?.stop();
  });

  it('the start prints where phones go, where they trust, and the fingerprint', () => {
    expect(secure).toMatch(/^https:\/\/.+:\d+$/);
    expect(trustPage).toMatch(/^http:\/\/.+:\d+\/trust$/);
    expect(house.printed).toMatch(/指纹：([0-9A-F]{2}:){31}[0-9A-F]{2}/);
  });

  it('the browser refuses an authority it does not know', async () => {
    // In a tab of its own: the browser's page of refusal comes after the answer, and would be in the next step's way.
    const tab = await page.context().newPage();
    await expect(tab.goto(`${secure}/phone/`)).rejects.toThrow('ERR_CERT_AUTHORITY_INVALID');
    await tab.close();
  });

  it('the plain address leads to the trust page, which says: not yet', async () => {
    await page.goto(`${plain}/phone/`);
    await page.waitForURL(/\/trust\?to=%2Fphone%2F$/);
    await page.getByRole('status').getByText('这台设备还没有信任').waitFor();
    await page.getByRole('link', { name: '打开协奏' }).waitFor();
    await look(page, 'local-network-01-trust');
    await page.getByRole('link', { name: 'English' }).click();
    await page.getByRole('status').getByText('does not trust the server yet').waitFor();
    await look(page, 'local-network-02-trust-en');
  });

  it('is read without script too, and says the same by a picture that does not come', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, locale: 'zh-CN' });
    const bare = await context.newPage();
    await bare.goto(trustPage);
    await bare.getByRole('img', { name: /这台设备还没有信任/ }).waitFor();
    expect(await bare.getByRole('link', { name: '打开协奏' }).getAttribute('href')).toBe(`${secure}/phone/`);
    await context.close();
  });

  it('the person downloads the root certificate and trusts it; its fingerprint is the printed one', async () => {
    await page.goto(trustPage);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '下载根证书（.crt）' }).first().click(),
    ]);
    expect(download.suggestedFilename()).toBe('concerto.crt');
    const file = await download.path();
    const { fingerprint256 } = new X509Certificate(await readFile(file));
    expect(house.printed).toContain(fingerprint256);
    const shown = (await page.locator('#fingerprint').textContent()) ?? '';
    expect(shown.trim().replace(/\s+/g, ':')).toBe(fingerprint256);
    device.trust(file);
  });

  it('from then on the plain address goes on to the encrypted one by itself', async () => {
    await browser.close();
    await openPhone();
    await page.goto(`${plain}/phone/join#a-token`);
    await page.waitForURL(`${secure}/phone/join#a-token`);
    await page.goto(trustPage);
    await page.getByRole('status').getByText('这台设备已经信任').waitFor();
    await look(page, 'local-network-03-trusted');
    await page.getByRole('link', { name: '打开协奏' }).click();
    await page.waitForURL(new RegExp(`^${secure}/phone/`));
  });

  it('the phone shell is a secure context, keeps itself, and opens without a network', async () => {
    expect(await page.evaluate(() => window.isSecureContext)).toBe(true);
    expect(await page.evaluate(() => typeof navigator.mediaDevices?.getUserMedia)).toBe('function');
    expect(await page.evaluate(() => navigator.serviceWorker.ready.then(({ scope }) => scope))).toBe(
      `${secure}/phone/`,
    );
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await page.getByLabel('手机号').waitFor();
    await page.context().setOffline(true);
    await page.reload();
    await page.getByLabel('手机号').waitFor();
    await page.context().setOffline(false);
  });

  it('the set-up link crosses the trust page with its token; cookies then travel over HTTPS only', async () => {
    const context = await desk(browser);
    const secretary = await context.newPage();
    await secretary.goto(house.setUpLink ?? '');
    await secretary.waitForURL(/^https:.*\/console\/set-up/);
    await secretary.getByRole('button', { name: '先看看演示居民区' }).click();
    await secretary.getByLabel('书记姓名').fill('李书记');
    await secretary.getByLabel('书记手机号').fill('13900000001');
    await secretary.getByLabel('密码（至少 6 位）').fill('583920');
    await secretary.getByLabel('再输一次密码').fill('583920');
    await secretary.getByRole('button', { name: '打开演示居民区' }).click();
    await secretary.waitForURL(/\/console\/?$/);
    const cookies = await context.cookies();
    expect(cookies.filter(({ name }) => name.includes('session')).length).toBeGreaterThan(0);
    expect(cookies.filter((cookie) => !cookie.secure)).toEqual([]);

    await secretary.getByRole('link', { name: '让手机连上' }).click();
    await secretary.getByRole('img', { name: '信任页二维码' }).waitFor();
    await secretary.getByRole('img', { name: '手机工作台二维码' }).waitFor();
    await secretary.getByText(trustPage, { exact: true }).waitFor();
    await secretary.getByText(`${secure}/phone/`, { exact: true }).waitFor();
    await look(secretary, 'local-network-04-connect');
  });

  it('the plain port shows residents their page, and gives nobody anything else', async () => {
    const resident = await (await phone(browser)).newPage();
    await resident.goto(`${plain}/`);
    await resident.getByRole('heading', { name: '您住哪一栋？点一下，看今天能做什么' }).waitFor();
    const compound = resident.locator('details').first();
    await compound.locator('summary').click();
    await compound.getByRole('link').first().click();
    await resident.getByRole('heading', { name: '今天我能做什么' }).waitFor();
    if (!/localhost/.test(plain)) await resident.getByText('这个网页没有加密，只能看').waitFor();
    await look(resident, 'local-network-05-resident');
    for (const path of ['/api/session', '/metrics', '/rpc/people']) {
      const answer = await fetch(`${plain}${path}`, { redirect: 'manual' });
      expect([answer.status, answer.headers.get('location')]).toEqual([308, `${secure}${path}`]);
    }
  });
});

/** Without any HTTPS, from another device: a name that leads to this machine and is not its loop stands for that. */
describe('plain HTTP beyond this computer', () => {
  let house: RunningHouse;
  let browser: Browser;
  let address: string;

  beforeAll(async () => {
    house = await startHouse();
    const { port } = new URL(house.address);
    address = `http://laptop.test:${port}`;
    const args = [...(BROWSER.args ?? []), '--host-resolver-rules=MAP laptop.test 127.0.0.1'];
    browser = await chromium.launch({ ...BROWSER, args });
  });
  afterAll(async () => {
    await browser?.close();
    await house?.stop();
  });

  it('the phone says what will not work and why, whom to ask, and lets people look', async () => {
    const page = await (await phone(browser)).newPage();
    await page.goto(`${address}/phone/`);
    await page.getByRole('heading', { name: '这个网址不是安全连接' }).waitFor();
    for (const missing of ['相机扫码', '没有网络时打开', '加密']) {
      await page.getByRole('listitem').filter({ hasText: missing }).waitFor();
    }
    await page.getByText('npm start -- --tls local').waitFor();
    await look(page, 'local-network-06-plain-phone');
    await page.getByRole('button', { name: '先这样用' }).click();
    await page.getByLabel('手机号').waitFor();
  });

  it('the console says what others can see, and keeps saying it', async () => {
    const page = await (await desk(browser)).newPage();
    await page.goto(`${address}/console/`);
    await page.getByRole('heading', { name: '这个网址没有加密' }).waitFor();
    await page.getByText('npm start -- --tls local').waitFor();
    await look(page, 'local-network-07-plain-console');
    await page.getByRole('button', { name: '仍然这样用' }).click();
    await page.getByText('同一个网里的人能看到密码和居民信息').waitFor();
    await page.getByLabel('手机号').waitFor();
    await look(page, 'local-network-08-plain-console-band');
  });

  it('residents read their page, and are told to enter nothing there', async () => {
    const page = await (await phone(browser)).newPage();
    await page.goto(`${address}/`);
    await page.getByText('这个网页没有加密，只能看').waitFor();
    await page.goto(`${house.address}/`);
    expect(await page.getByText('这个网页没有加密').count()).toBe(0);
  });
});
