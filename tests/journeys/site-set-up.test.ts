import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join as joined } from 'node:path';
import { type BrowserContext, chromium, type Page, type Request } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BROWSER } from '#apps/web/testing/browser.ts';
import { aRound, type CreateRound } from '#groups/testing/testing/area.ts';
import { CHUNK_BYTES } from '#kernel/files/contract.ts';
import { withExif } from '#kernel/files/testing/pictures.ts';
import { uuidv7 } from '#kernel/time-id/uuid.ts';
import { look, PHONE, picture } from './support/browser.ts';
import { DemoDesk } from './support/demo-desk.ts';
import { piecesOnDisk } from './support/disk.ts';
import { assignDuty, invite, join, type Newcomer, unlock } from './support/people.ts';

const ANNA: Newcomer = { name: '周安娜', phone: '19900010003', pin: '630284' };
/** What a camera writes beside the picture. */
const PLACE = 'GPS 31.2304N 121.4737E, phone of Anna';
const PATIENT = { timeout: 60_000 };

/** The morning of a round: the leader sets the lists, a volunteer sets up the site in a cellar without a network. */
let demo: DemoDesk;
let desk: Page;
let anna: Page;
let context: BrowserContext;
let folder: string;
let round: CreateRound;
/** The photo as the desk saw it. */
let seen: Buffer;

beforeAll(async () => {
  demo = await DemoDesk.open();
  desk = demo.page;
  folder = await mkdtemp(joined(tmpdir(), 'concerto-set-up-'));
  context = await chromium.launchPersistentContext(joined(folder, 'phone'), { ...BROWSER, ...PHONE });
  context.setDefaultTimeout(60_000);
  anna = context.pages()[0] ?? (await context.newPage());
  round = aRound(() => uuidv7(Date.now()), { sites: 2, lanesPerSite: 1 });
  await demo.send('testing.create-round', round);
}, 180_000);
beforeEach(({ onTestFailed }) => {
  onTestFailed(() =>
    picture([
      ['failed-desk', desk],
      ['failed-anna', anna],
    ]),
  );
});
afterAll(async () => {
  await context?.close();
  await demo?.close();
  await rm(folder, { recursive: true, force: true });
});

const section = (site: string) => desk.locator('section.page-section').filter({ hasText: site });
const pointRow = (words: RegExp) => anna.getByRole('button', { name: words });
const sheet = () => anna.getByRole('dialog');
const setUpPage = () => `/console/testing/${round.roundId}/set-up`;

/** A noisy picture of 2,400 × 1,800 as a camera would give it: heavy, and with more in it than is seen. */
async function cameraPicture(): Promise<Buffer> {
  const base64 = await anna.evaluate(async () => {
    const canvas = document.createElement('canvas');
    canvas.width = 2400;
    canvas.height = 1800;
    const paint = canvas.getContext('2d');
    if (!paint) throw new Error('no canvas');
    for (let i = 0; i < 6000; i++) {
      paint.fillStyle = `hsl(${(i * 47) % 360} 70% ${30 + (i % 40)}%)`;
      paint.fillRect((i * 97) % 2400, (i * 61) % 1800, 60, 40);
    }
    return canvas.toDataURL('image/jpeg', 0.92).split(',')[1] ?? '';
  });
  return Buffer.from(withExif(Buffer.from(base64, 'base64'), PLACE));
}

describe('setting up the sites', () => {
  it('the leader takes the proposed lists, and puts one in her own words', async () => {
    await demo.goto(setUpPage());
    await section('1号点').getByText('建议清单：常用 12 项').waitFor();
    await look(desk, 'set-up-proposed');
    await desk.getByRole('button', { name: '全部按建议定清单' }).click();
    await section('1号点').getByText('12 项里还有 12 项没布置好').waitFor();
    await section('1号点').getByRole('button', { name: '改清单' }).click();
    const drawer = desk.getByRole('dialog');
    await drawer.getByRole('button', { name: '去掉「点位牌、须知、场所码挂在看得见的地方」' }).click();
    const waiting = drawer.getByRole('group', { name: '等候区' });
    await waiting.getByRole('button', { name: '加一项' }).click();
    await waiting.getByLabel('看什么').last().fill('热水和一次性杯子');
    await drawer.getByRole('button', { name: '把「热水和一次性杯子」往上移' }).click();
    await look(desk, 'set-up-edit');
    await drawer.getByRole('button', { name: '保存清单' }).click();
    await section('1号点').getByText('热水和一次性杯子').waitFor();
    await section('1号点').getByText('12 项里还有 12 项没布置好').waitFor();
  });

  it('a volunteer on duty has the lists on her phone before the round is open', async () => {
    const house = demo.server.address;
    await join(anna, await invite(desk, house, '志愿者', '核酸检测组'), ANNA);
    await assignDuty(desk, house, ANNA.name);
    await anna.reload();
    await unlock(anna, ANNA);
    await anna.getByRole('link', { name: /布置采样点/ }).click(PATIENT);
    await anna.getByText('12 项里还有 12 项没布置好').first().waitFor();
    await look(anna, 'set-up-phone-sites');
    await anna.getByRole('button', { name: /1号点/ }).click();
    await anna.getByRole('heading', { name: '1号点' }).waitFor();
    await look(anna, 'set-up-phone-list');
  });

  it('without a network she says what stands, with a photo, and what cannot be had and why', async () => {
    await context.setOffline(true);
    await pointRow(/进口出口分开/).click();
    await sheet().getByText('这一项要拍一张照片').waitFor();
    await look(anna, 'set-up-phone-point');
    await sheet()
      .locator('input[type=file]')
      .setInputFiles({ name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer: await cameraPicture() });
    await sheet().getByRole('img', { name: '刚拍的照片' }).waitFor();
    await look(anna, 'set-up-phone-photo');
    await sheet().getByRole('button', { name: '已布置好' }).click();
    await pointRow(/进口出口分开.*照片待上传/).waitFor();

    await pointRow(/临时隔离处一间/).click();
    expect(await sheet().getByRole('button', { name: '做不了' }).isDisabled()).toBe(true);
    await sheet().getByLabel('备注').fill('没有空房间，借了居委会的帐篷');
    await sheet().getByRole('button', { name: '做不了' }).click();
    await pointRow(/临时隔离处一间.*借了居委会的帐篷/).waitFor();
    await anna.locator('.flash').waitFor({ state: 'detached' });
    await look(anna, 'set-up-phone-offline');
  });

  it('a file that is no picture is told so, and nothing is kept of it', async () => {
    await pointRow(/一米线贴好/).click();
    await sheet()
      .locator('input[type=file]')
      .setInputFiles({ name: 'x.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('<svg/>') });
    await sheet().getByText('这个文件不是照片').waitFor();
    await anna.keyboard.press('Escape');
    await sheet().waitFor({ state: 'detached' });
  });

  it('the phone is opened again, still without a network: all is there, and pending', async () => {
    await anna.reload();
    await unlock(anna, ANNA);
    await pointRow(/进口出口分开.*照片待上传/).waitFor();
    await anna.getByText('3 条待同步').waitFor();
    await anna.getByRole('button', { name: '返回' }).click();
    await anna.getByRole('button', { name: '返回' }).click();
    await anna.getByRole('link', { name: /待同步/ }).click();
    await anna.getByText('照片', { exact: true }).waitFor();
    await look(anna, 'set-up-outbox');
    await cp(joined(folder, 'phone'), joined(folder, 'found'), { recursive: true });
  });

  it('the line is cut in the middle of the photo: it goes on where it stopped', async () => {
    const sent: number[] = [];
    let cut = false;
    await context.route('**/upload?from=*', async (route) => {
      const from = offsetOf(route.request());
      if (!cut && from > 0) {
        cut = true;
        return route.abort('connectionreset');
      }
      sent.push(from);
      return route.continue();
    });
    await context.setOffline(false);
    await anna.getByRole('button', { name: '现在同步' }).click();
    await anna.getByText('全部已同步').first().waitFor({ timeout: 60_000 });
    expect(cut).toBe(true);
    expect(sent).toEqual(sent.map((_, n) => n * CHUNK_BYTES));
    expect(sent.length).toBeGreaterThan(1);
  });

  it('the desk sees what is open, who said what, and the photo', async () => {
    await demo.goto(setUpPage());
    await section('1号点').getByText('12 项里还有 10 项没布置好').waitFor(PATIENT);
    await look(desk, 'set-up-done');
    await section('1号点').getByText('进口出口分开').click();
    const drawer = desk.getByRole('dialog');
    const photo = drawer.getByRole('img', { name: /进口出口分开.*的照片/ });
    await expect
      .poll(() => photo.evaluate((img) => (img as HTMLImageElement).naturalHeight), PATIENT)
      .toBe(1600);
    // Held upright: the camera's quarter turn was made, and the note that asks for it is gone.
    expect(await photo.evaluate((img) => (img as HTMLImageElement).naturalWidth)).toBe(1200);
    await look(desk, 'set-up-photo');
    const bytes = await photo.evaluate(async (img) => {
      const response = await fetch((img as HTMLImageElement).src);
      return [...new Uint8Array(await response.arrayBuffer())];
    });
    seen = Buffer.from(bytes);
    expect(seen.includes('GPS')).toBe(false);
    expect(seen.includes('Exif')).toBe(false);
  });

  it('neither the server’s disk nor the phone’s, copied while it waited, has a piece of it in the clear', async () => {
    const stored = joined(demo.server.dataFolder, 'files', demo.areaId);
    const names = await readdir(stored);
    expect(names).toHaveLength(1);
    const sealed = await readFile(joined(stored, names[0] ?? ''));
    const onPhone = joined(folder, 'found');
    // The very bytes that rest on the server lay on the phone, so the search looks in the right place.
    expect((await piecesOnDisk(onPhone, sealed)).found).toBeGreaterThan(20);
    for (const place of [onPhone, demo.server.dataFolder]) {
      expect(await piecesOnDisk(place, seen)).toMatchObject({ found: 0 });
    }
  });

  it('opening with points open is allowed, and said in words first', async () => {
    await demo.goto(`/console/testing/${round.roundId}`);
    await desk.getByText('1号点：12 项里还有 10 项').waitFor(PATIENT);
    await look(desk, 'set-up-board');
    await desk.getByRole('button', { name: '开始本轮' }).click();
    await desk.getByText(/还没布置好：1号点 10 项，2号点 12 项/).waitFor();
    await picture([['set-up-open', desk]]);
  });

  it('a correction keeps what was said before', async () => {
    await anna.getByRole('button', { name: '返回' }).click();
    await anna.getByRole('link', { name: /布置采样点/ }).click();
    await anna.getByRole('button', { name: /1号点/ }).click();
    await pointRow(/临时隔离处一间/).click();
    await sheet().getByRole('button', { name: '改回没好' }).click();
    await pointRow(/临时隔离处一间.*没看/).waitFor();
    await demo.goto(setUpPage());
    await section('1号点').getByText('12 项里还有 11 项没布置好').waitFor(PATIENT);
    await section('1号点').getByText('临时隔离处一间').click();
    const history = desk.getByRole('dialog').getByRole('listitem');
    await expect.poll(() => history.count(), PATIENT).toBe(2);
    expect(await history.first().textContent()).toContain('改回没好');
    expect(await history.last().textContent()).toContain('借了居委会的帐篷');
  });
});

const offsetOf = (request: Request): number => Number(new URL(request.url()).searchParams.get('from'));
