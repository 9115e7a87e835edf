import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { codeOfRow } from '#core/codes/contract.ts';
import type { PlacesTree } from '#core/places/contract.ts';
import { uuidv7 } from '#kernel/time-id/uuid.ts';
import { look, pick, picture } from './support/browser.ts';
import { DemoDesk } from './support/demo-desk.ts';
import { gatesWithQuota, postAt } from './support/gate-area.ts';
import { GatePhone } from './support/gate-phone.ts';
import { keepPrinted, type PaperPass, passesOn } from './support/paper.ts';
import type { Newcomer } from './support/people.ts';
import { publishStarter } from './support/quiz.ts';

const DONG: Newcomer = { name: '董守东', phone: '19900010041', pin: '827364' };
const XI: Newcomer = { name: '席守西', phone: '19900010042', pin: '519283' };
const PATIENT = { timeout: 60_000 };

/**
 * A day at two gates: a household goes out by both while neither has a network, the key of the passes is changed
 * meanwhile, a building is sealed while its people stand at the gate, and opened again.
 */
let demo: DemoDesk;
let desk: Page;
let printed: readonly string[];
let east: GatePhone;
let west: GatePhone;
/** Of building 2, on paper, in address order. */
let old: readonly PaperPass[];
/** Printed after the key was changed. */
let anew: readonly PaperPass[];
/** A sealed building's resident, by the printed card. */
let patient: string;

beforeAll(async () => {
  demo = await DemoDesk.open();
  desk = demo.page;
  desk.setDefaultTimeout(PATIENT.timeout);
  printed = await keepPrinted(desk);
  await gatesWithQuota(demo, ['东门', '西门']);
  await publishStarter(demo);
  const { found } = await demo.ask<{ found: { id: string; compound: string; building: string }[] }>(
    'people/search',
    { text: '7-', limit: 50 },
  );
  const sealed = found.find(({ compound, building }) => compound === '清源小区' && building === '7号');
  patient = codeOfRow('person', demo.areaId, sealed?.id ?? '');
  [east, west] = [await GatePhone.open(demo.browser, DONG), await GatePhone.open(demo.browser, XI)];
}, 180_000);
beforeEach(({ onTestFailed }) => {
  onTestFailed(() =>
    picture([
      ['failed-desk', desk],
      ['failed-east', east.page],
      ['failed-west', west.page],
    ]),
  );
});
afterAll(async () => {
  for (const phone of [east, west]) await phone?.context.close();
  await demo?.close();
});

/** Issues passes to all of building 2 and prints them. @returns what a scanner reads from the paper */
async function issue(): Promise<readonly PaperPass[]> {
  await demo.goto('/console/passes');
  await desk.getByRole('button', { name: '发证' }).click();
  const drawer = desk.getByRole('dialog');
  await pick(desk, drawer.getByRole('combobox', { name: '楼栋' }), '清源小区 2号', true);
  await drawer.getByRole('button', { name: '全选没证的' }).click();
  await drawer.getByRole('button', { name: /^发 \d+ 张$/ }).click();
  await drawer.getByRole('button', { name: '去打印' }).click();
  await desk.getByRole('heading', { name: '打印出入证' }).waitFor();
  await desk.getByRole('button', { name: '打印', exact: true }).click();
  await expect.poll(() => printed.length, PATIENT).toBe(1);
  return passesOn(demo.browser, printed[0] ?? '', 10);
}

/** Passes of building 3, signed with the key that is in use now. */
async function signedAnew(): Promise<readonly PaperPass[]> {
  const { compounds } = await demo.ask<PlacesTree>('places/tree', {});
  const third = compounds
    .find(({ name }) => name === '清源小区')
    ?.buildings.find(({ label }) => label === '3号');
  const { candidates } = await demo.ask<{ candidates: { id: string }[] }>('passes/candidates', {
    ...{ buildingId: third?.id, by: 'person' },
  });
  const nobody = { householdId: null, memberId: null, label: null, plate: null };
  const passes = candidates
    .slice(0, 8)
    .map(({ id }) => ({ passId: uuidv7(Date.now()), residentId: id, ...nobody }));
  const [validFrom, validUntil] = [Date.now(), Date.now() + 7 * 86_400_000];
  const rest = { compoundIds: [], quota: 'household', form: 'paper', validFrom, validUntil };
  await demo.send('passes.issue', { kind: 'resident', ...rest, passes });
  const passIds = passes.map(({ passId }) => passId);
  const signed = await demo.ask<{ passes: { holder: string; place: string; text: string }[] }>(
    'passes/signed',
    { passIds },
  );
  return signed.passes.map(({ holder, place, text }) => ({ name: holder, place, code: text }));
}

/** Two passes of one flat, the first that has so many, and one of another flat. */
function neighbours(passes: readonly PaperPass[]): readonly [PaperPass, PaperPass, PaperPass] {
  for (const one of passes) {
    const two = passes.find((other) => other !== one && other.place === one.place);
    const other = passes.find(({ place }) => place !== one.place);
    if (two && other) return [one, two, other];
  }
  throw new Error('nobody lives together there');
}

/** Opens a building on the plan of zones. */
async function building(label: string): Promise<void> {
  await demo.goto('/console/zones');
  await desk
    .getByRole('region', { name: '清源小区' })
    .getByRole('button', { name: new RegExp(`^${label}`) })
    .click();
}

describe('two gates without a network', () => {
  it('begin with passes on paper for a whole building', async () => {
    old = await issue();
    expect(old.length).toBeGreaterThan(5);
  });

  it('are kept by volunteers who have learnt the code of practice', async () => {
    await postAt(demo, east, '东门');
    await postAt(demo, west, '西门');
    await east.look('gate-1-nobody-yet');
  });

  it('agree on the first outing of a household', async () => {
    const [one, two] = neighbours(old);
    await east.turn('出');
    await east.scan(one.code);
    await east.says('可以出', /7 天内第 1 次外出，限 2 次/);
    await east.look('gate-2-may-go');
    await east.press('放行出门');
    await east.settled();
    await east.pass(one.code, '进', /居民回家/);
    await east.look('gate-3-came-home');
    await east.synced();
    const second = async () => {
      await west.scan(two.code);
      const said = await west.page.locator('.gate-rule').textContent();
      await west.press('取消');
      return said;
    };
    await west.turn('出');
    await expect.poll(second, PATIENT).toMatch(/第 2 次/);
  });

  it('each let one of the household out, neither knowing of the other', async () => {
    const [one, two] = neighbours(old);
    await Promise.all([east.offline(), west.offline()]);
    await east.pass(one.code, '出', /第 2 次/);
    await west.pass(two.code, '出', /第 2 次/);
    await west.page.getByText('待同步').first().waitFor();
    await west.look('gate-4-pending');
  });

  it('let through whoever has to go to hospital, sealed or not, with what it is and a photo', async () => {
    const photo = await cameraPicture(desk);
    await west.scan(patient);
    await west.says('不放行', /封控，足不出户/);
    await west.look('gate-5-refused');
    await west.press('急救放行');
    const sheet = west.page.getByRole('dialog', { name: /急救放行/ });
    await sheet
      .locator('input[type=file]')
      .setInputFiles({ name: 'IMG_2.jpg', mimeType: 'image/jpeg', buffer: photo });
    await sheet.getByRole('img', { name: '刚拍的照片' }).waitFor();
    await west.look('gate-6-emergency');
    await sheet.getByRole('button', { name: '透析' }).click();
    await west.settled();
    await west.page.getByText('待同步').first().waitFor();
    await west.look('gate-7-emergency-pending');
  });

  it('verify what was signed before the key was changed; of the new key they say what to do', async () => {
    await demo.goto('/console/codes/keys');
    await desk.getByRole('button', { name: '更换', exact: true }).click();
    await desk.getByText('已换下，旧码仍有效').waitFor();
    await look(desk, 'gate-8-key');
    anew = await signedAnew();
    const [, , other] = neighbours(old);
    await east.scan(other.code);
    await east.says('可以出', /第 1 次/);
    await east.press('取消');
    await east.scan(anew[0]?.code ?? '');
    await east.page.getByText(/还没有核验这张码的钥匙/).waitFor();
    await east.look('gate-9-unknown-key');
    await east.press('取消');
    await east.settled();
  });

  it('once online, the desk sees what neither could know, and the next exit is refused with the rule', async () => {
    const [one, two] = neighbours(old);
    await Promise.all([east.online(), west.online()]);
    await Promise.all([east.synced(), west.synced()]);
    await demo.goto('/console/gates/flags');
    await desk.getByRole('row', { name: /7 天内限 2 次/ }).waitFor(PATIENT);
    await look(desk, 'gate-10-flag');
    await demo.goto('/console/gates');
    await desk.getByText('东门').first().waitFor(PATIENT);
    await look(desk, 'gate-11-flow');
    await east.pass(two.code, '进', /居民回家/);
    await west.pass(one.code, '进', /居民回家/);
    await Promise.all([east.synced(), west.synced()]);
    for (const phone of [east, west]) {
      await phone.turn('出');
      await phone.scan(one.code);
      await phone.says('不放行', /7 天内已外出 3 次，限 2 次。.+起可以再出/);
      await phone.look(`gate-12-used-${phone.who.phone.slice(-1)}`);
      await phone.press('不放行');
      await phone.settled();
    }
  });
});

describe('a building that is sealed while its people stand at the gate', () => {
  it('shows what changes before it is sealed; the answer on the phone turns by itself', async () => {
    const [, , other] = neighbours(old);
    await east.scan(other.code);
    await east.says('可以出', /第 1 次/);
    await building('2号');
    await desk.getByRole('dialog').getByRole('button', { name: '定状态' }).click();
    const drawer = desk.getByRole('dialog').last();
    await drawer.getByRole('radio', { name: '封控' }).check();
    await drawer.getByLabel('原因').fill('混管阳性待复核');
    await drawer.getByLabel('依据').fill('疾控电话');
    await drawer.getByText(/张出入证会暂停，解除后自动恢复/).waitFor();
    await drawer.getByText(/户不能再外出，门岗见到就劝返/).waitFor();
    await look(desk, 'gate-13-consequences');
    await drawer.getByRole('button', { name: '确定' }).click();
    await desk.getByText('状态已定，手机同步后生效').waitFor();
    await east.says('不放行', /封控/);
    await east.look('gate-14-sealed');
    await east.press('取消');
  });

  it('and answers as before when it is taken back', async () => {
    const [, , other] = neighbours(old);
    await east.scan(other.code);
    await east.says('不放行', /封控/);
    await building('2号');
    await desk.getByRole('dialog').getByRole('button', { name: '撤销' }).click();
    const drawer = desk.getByRole('dialog').last();
    await drawer.getByLabel('撤销原因').fill('复核阴性');
    await drawer.getByText(/张出入证恢复使用/).waitFor();
    await drawer.getByText(/户按次数外出：7 天内 2 次/).waitFor();
    await look(desk, 'gate-15-reversal');
    await drawer.getByRole('button', { name: '撤销' }).click();
    await desk.getByText('已撤销，手机同步后生效').waitFor();
    await east.says('可以出', /第 1 次/);
    await east.look('gate-16-opened');
    await east.press('放行出门');
    await east.settled();
  });

  it('without a network again, old paper and new are both good', async () => {
    await Promise.all([east.synced(), west.synced()]);
    await Promise.all([east.offline(), west.offline()]);
    const [, , other] = neighbours(old);
    const [fresh, , stranger] = neighbours(anew);
    await west.pass(other.code, '进', /居民回家/);
    await west.pass(fresh.code, '出', /第 1 次/);
    await east.pass(stranger.code, '出', /第 1 次/);
    await Promise.all([east.online(), west.online()]);
    await Promise.all([east.synced(), west.synced()]);
  });
});

/** A photo as a phone's camera gives it. */
async function cameraPicture(page: Page): Promise<Buffer> {
  const base64 = await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    canvas.width = 1600;
    canvas.height = 1200;
    const paint = canvas.getContext('2d');
    if (paint) paint.fillStyle = '#b0261b';
    paint?.fillRect(200, 300, 900, 500);
    return canvas.toDataURL('image/jpeg', 0.9).split(',')[1] ?? '';
  });
  return Buffer.from(base64, 'base64');
}
