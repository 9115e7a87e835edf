import pino from 'pino';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type House, openHouse } from '#apps/server/house.ts';
import {
  type Client,
  clientOf,
  openTestServer,
  setUpArea,
  type TestServer,
} from '#apps/server/testing-server.ts';
import { DIST } from '#apps/web/testing/serve-dist.ts';
import { hashToken, mintToken } from '#core/accounts/contract.ts';
import { uuidv7 } from '#kernel/time-id/uuid.ts';
import { enrolIn } from './support/authenticator.ts';
import { desk, launch, look, phone, picture } from './support/browser.ts';
import { type Newcomer, signInAtDesk, typePin } from './support/people.ts';

const SECRETARY: Newcomer = { name: '王书记', phone: '19900000001', pin: '246810' };
const OFFICER: Newcomer = { name: '赵干部', phone: '19900000051', pin: '739164' };
const VOLUNTEER: Newcomer = { name: '孙志愿', phone: '19900000052', pin: '582047' };

/**
 * How an account is kept safe and still opens: a passkey instead of the PIN, an export that asks once more, an
 * authenticator that must be there, a lost one, two areas of one person. Each step goes on from the one before.
 */
describe('an account', () => {
  let server: TestServer;
  let house: House;
  let browser: Browser;
  let secretary: Page;
  let officer: Page;
  let volunteer: Page;
  let hand: Client;
  /** By name: browsers bind no passkey to a bare number. */
  let site: string;
  let secret: string;

  beforeAll(async () => {
    server = await openTestServer(process.env.CONCERTO_WEB_ROOT ?? DIST);
    hand = await setUpArea(server);
    const { databaseUrl, dataFolder } = server;
    house = await openHouse({ databaseUrl, dataFolder, log: pino({ level: 'silent' }) });
    site = server.address.replace('127.0.0.1', 'localhost');
    browser = await launch();
    secretary = await (await desk(browser)).newPage();
    officer = await (await desk(browser)).newPage();
    volunteer = await (await phone(browser)).newPage();
  });
  beforeEach(({ onTestFailed }) => {
    onTestFailed(() =>
      picture([
        ['account-failed-secretary', secretary],
        ['account-failed-officer', officer],
        ['account-failed-volunteer', volunteer],
      ]),
    );
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
    await server?.close();
  });

  const open = (page: Page, path: string) => page.goto(`${site}${path}`);
  const part = (page: Page, name: string) =>
    page.locator('section').filter({ has: page.getByRole('heading', { name, exact: true }) });
  const signOut = async (page: Page, { name }: Newcomer) => {
    await page
      .getByRole('banner')
      .getByRole('button', { name: new RegExp(name) })
      .click();
    await page.getByRole('menuitem', { name: '退出' }).click();
    await page.getByRole('heading', { name: '登录' }).waitFor();
  };

  async function signInOnPhone(page: Page, who: Newcomer): Promise<void> {
    await page.goto(`${site}/phone/sign-in`);
    await page.getByLabel('手机号').fill(who.phone);
    await page.getByRole('button', { name: '下一步' }).click();
    await typePin(page, who.pin);
    await page.locator('.phone-tabs').waitFor();
  }

  /** The system's own command; it must be done. */
  async function send(areaId: string, kind: string, body: object): Promise<void> {
    const by = house.system(areaId);
    const now = Date.now();
    const envelope = { id: uuidv7(now), kind, v: 1, claimedAt: now, actorId: by.actor.id, body };
    const [answer] = await house.host.submit(areaId, [envelope], by);
    expect(answer).toMatchObject({ outcome: 'done' });
  }

  /** Joins by an invitation of the secretary's. */
  async function joined(who: Newcomer, role: string, group: string | null): Promise<Client> {
    const token = mintToken(hand.areaId);
    const expiresAt = Date.now() + 3_600_000;
    const body = {
      invitationId: crypto.randomUUID(),
      tokenHash: await hashToken(token),
      role,
      group,
      name: null,
    };
    await hand.push([hand.envelope('accounts.invite', { ...body, expiresAt })]);
    const join = { memberId: crypto.randomUUID(), ...who };
    const response = await fetch(`${server.address}/api/join/${token}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(join),
    });
    return clientOf(server.address, response);
  }

  async function virtualAuthenticator(page: Page): Promise<CDPSession> {
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('WebAuthn.enable');
    await cdp.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    return cdp;
  }

  it('says under a bare number why no passkey can be made there', async () => {
    await signInAtDesk(secretary, server.address, SECRETARY);
    await secretary.goto(`${server.address}/console/account`);
    await secretary.getByText('浏览器只认网站名称').waitFor();
    await look(secretary, 'account-01-bare-number');
  });

  it('reminds the command post on the first page, and leads from there to its account', async () => {
    await signInAtDesk(secretary, site, SECRETARY);
    await secretary.getByText(/请在 .* 前开通动态码或通行密钥/).waitFor();
    await look(secretary, 'account-02-reminder');
    await secretary.getByRole('link', { name: '去“我的账号”开通' }).click();
    await secretary.getByRole('heading', { name: '我的账号' }).waitFor();
  });

  it('adds a passkey with the PIN, and signs in with it alone', async () => {
    await virtualAuthenticator(secretary);
    const passkeys = part(secretary, '通行密钥');
    await passkeys.getByLabel('给它起个名字').fill('居委会电脑');
    await passkeys.getByLabel('现在的密码').fill(SECRETARY.pin);
    await passkeys.getByRole('button', { name: '在这台设备上添加' }).click();
    await passkeys.getByText('居委会电脑').waitFor();
    await look(secretary, 'account-03-passkey');
    await signOut(secretary, SECRETARY);
    await look(secretary, 'account-04-sign-in');
    await secretary.getByRole('button', { name: '使用通行密钥' }).click();
    await secretary.getByRole('banner').getByText(SECRETARY.name).waitFor();
    await secretary.getByRole('link', { name: '居民册', exact: true }).waitFor();
    expect(await secretary.getByText(/前开通动态码或通行密钥/).count()).toBe(0);
  });

  it('asks once more before the register leaves, in a session that came in by PIN', async () => {
    await signOut(secretary, SECRETARY);
    await signInAtDesk(secretary, site, SECRETARY);
    await open(secretary, '/console/register');
    await secretary.getByRole('button', { name: '导出' }).click();
    const dialog = secretary.getByRole('dialog', { name: '请确认是本人' });
    await dialog.getByRole('button', { name: '用通行密钥确认' }).waitFor();
    await expect.poll(() => dialog.evaluate((node) => node.getAnimations({ subtree: true }).length)).toBe(0);
    await look(secretary, 'account-05-step-up');
    const saved = secretary.waitForEvent('download');
    await dialog.getByRole('button', { name: '用通行密钥确认' }).click();
    expect((await saved).suggestedFilename()).toContain('.xlsx');
  });

  it('renames the passkey and takes it off', async () => {
    await open(secretary, '/console/account');
    const passkeys = part(secretary, '通行密钥');
    await passkeys.getByRole('button', { name: '改名: 居委会电脑' }).click();
    await passkeys.getByLabel('给它起个名字').first().fill('二楼电脑');
    await passkeys.getByRole('button', { name: '保存' }).click();
    await passkeys.getByRole('button', { name: '删除: 二楼电脑' }).click();
    await secretary.getByRole('tooltip').getByRole('button', { name: '删除', exact: true }).click();
    await passkeys.getByText('二楼电脑').waitFor({ state: 'detached' });
  });

  it('leads the command post to an authenticator before anything else, once the grace is over', async () => {
    await joined(OFFICER, 'command', null);
    await send(hand.areaId, 'settings.set', {
      id: uuidv7(Date.now()),
      key: 'accounts.second-factor-grace-days',
      value: 0,
      from: Date.now() - 1000,
      source: '街道要求',
    });
    await signInAtDesk(officer, site, OFFICER);
    await officer.getByRole('heading', { name: '先开通动态码或通行密钥' }).waitFor();
    await look(officer, 'account-06-enrol-first');
    await open(officer, '/console/register');
    await officer.getByRole('heading', { name: '先开通动态码或通行密钥' }).waitFor();
    secret = await enrolIn(officer, OFFICER.pin);
    await look(officer, 'account-07-recovery-codes');
    await officer.getByRole('button', { name: '开始工作' }).click();
    await officer.getByRole('heading', { name: '居民册' }).waitFor();
  });

  it('does not ask for it on a phone', async () => {
    const context = await phone(browser);
    await signInOnPhone(await context.newPage(), SECRETARY);
    await context.close();
  });

  it('asks for the code beside the PIN, and lets nobody in without', async () => {
    await signOut(officer, OFFICER);
    await officer.getByLabel('手机号').fill(OFFICER.phone);
    await officer.getByLabel('密码').fill(OFFICER.pin);
    await officer.getByRole('button', { name: '登录', exact: true }).click();
    await officer.getByLabel('动态码').fill('000000');
    await officer.getByRole('button', { name: '登录', exact: true }).click();
    await officer.getByText('动态码不对或已经用过').waitFor();
    await look(officer, 'account-08-code');
  });

  it('whose phone is lost is helped by the secretary, who confirms it, and comes in with the PIN', async () => {
    await open(secretary, '/console/people');
    await enrolIn(secretary, SECRETARY.pin);
    await secretary.getByRole('button', { name: '开始工作' }).click();
    await secretary.getByRole('button', { name: OFFICER.name, exact: true }).first().click();
    const drawer = secretary.getByRole('dialog');
    await drawer.getByRole('heading', { name: '动态码和通行密钥' }).scrollIntoViewIfNeeded();
    await look(secretary, 'account-09-person');
    await drawer.getByRole('button', { name: '手机丢了，重置' }).click();
    await secretary.getByRole('tooltip').getByRole('button', { name: '重置', exact: true }).click();
    await drawer.getByText('没有开通').waitFor();
    await signInAtDesk(officer, site, OFFICER);
    await officer.getByRole('heading', { name: '先开通动态码或通行密钥' }).waitFor();
    expect(secret).not.toBe(await enrolIn(officer, OFFICER.pin));
    await officer.getByRole('button', { name: '开始工作' }).click();
  });

  it('of two areas has two named places: chosen at sign-in, named at the top, changed under the account', async () => {
    const elsewhere = await house.areaNamed('长安居民区');
    const { accountId } = (await (await hand.fetch('/api/session')).json()) as { accountId: string };
    await send(elsewhere, 'accounts.add-member', {
      memberId: uuidv7(Date.now()),
      name: SECRETARY.name,
      phone: null,
      role: 'volunteer',
      group: null,
      residentId: null,
      accountId,
    });
    await open(secretary, '/console/account');
    await look(secretary, 'account-10-two-areas');
    const top = secretary.locator('.shell-area');
    expect(await top.textContent()).toContain('清源居民区');
    await secretary.getByRole('button', { name: '切换到这里: 长安居民区' }).click();
    await expect.poll(() => top.textContent()).toContain('长安居民区');
    await look(secretary, 'account-11-other-area');
    await open(secretary, '/console/account');
    await secretary.getByRole('button', { name: '切换到这里: 清源居民区' }).click();
    await expect.poll(() => top.textContent()).toContain('清源居民区');
    await secretary.getByRole('link', { name: '居民册', exact: true }).waitFor();
  });

  it('tells on the phone of wrong PINs somebody tried elsewhere, once', async () => {
    await joined(VOLUNTEER, 'volunteer', 'testing');
    await signInOnPhone(volunteer, VOLUNTEER);
    for (const pin of ['111222', '333444']) {
      await fetch(`${server.address}/api/sign-in`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ phone: VOLUNTEER.phone, pin }),
      });
    }
    await volunteer.locator('.phone-tabs').getByText('我的').click();
    await volunteer.getByText('输错了您的密码 2 次').waitFor();
    await look(volunteer, 'account-12-phone-wrong-pins');
    await volunteer.getByRole('button', { name: '知道了' }).click();
    await volunteer.getByText('输错了您的密码').waitFor({ state: 'detached' });
  });

  it('and speaks English on the same pages', async () => {
    await secretary.getByRole('button', { name: /English/ }).click();
    await open(secretary, '/console/account');
    await secretary.getByRole('heading', { name: 'My account' }).waitFor();
    await look(secretary, 'account-13-english');
    await open(secretary, '/console/rights');
    await secretary.getByRole('heading', { level: 1 }).waitFor();
    await look(secretary, 'account-14-rights-english');
  });
});
