import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { look, phone, picture } from './support/browser.ts';
import { DemoDesk } from './support/demo-desk.ts';
import { fillDuty, invite, join, type Newcomer, unlock } from './support/people.ts';
import { sitQuiz } from './support/quiz.ts';

const LAN: Newcomer = { name: '何兰', phone: '19900010021', pin: '730184' };
const PATIENT = { timeout: 60_000 };

/** A gate's code of practice: published, learnt without a network, asked for by the roster, changed. */
let demo: DemoDesk;
let desk: Page;
let context: BrowserContext;
let lan: Page;

beforeAll(async () => {
  demo = await DemoDesk.open();
  desk = demo.page;
  context = await phone(demo.browser);
  lan = await context.newPage();
}, 180_000);
beforeEach(({ onTestFailed }) => {
  onTestFailed(() =>
    picture([
      ['failed-desk', desk],
      ['failed-lan', lan],
    ]),
  );
});
afterAll(async () => {
  await context?.close();
  await demo?.close();
});

/** A real video of half a second, as the browser records it. */
async function shortVideo(page: Page): Promise<Buffer> {
  const base64 = await page.evaluate(async () => {
    const canvas = document.createElement('canvas');
    canvas.width = 320;
    canvas.height = 180;
    const paint = canvas.getContext('2d');
    const recorder = new MediaRecorder(canvas.captureStream(15), { mimeType: 'video/webm' });
    const parts: Blob[] = [];
    recorder.ondataavailable = ({ data }) => parts.push(data);
    const stopped = new Promise((resolve) => {
      recorder.onstop = resolve;
    });
    recorder.start();
    for (let n = 0; n < 10; n++) {
      if (paint) paint.fillStyle = `hsl(${n * 36} 70% 50%)`;
      paint?.fillRect(n * 30, 0, 30, 180);
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
    recorder.stop();
    await stopped;
    const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
    return btoa(String.fromCharCode(...bytes));
  });
  return Buffer.from(base64, 'base64');
}

/** Pixels of height once the browser plays it; 0 before. */
const videoHeight = (page: Page): Promise<number> =>
  page.evaluate(() => document.querySelector('video')?.videoHeight ?? 0);

/** Asks the roster for a gate duty and says what it answered. */
async function askForDuty(): Promise<string> {
  await fillDuty(desk, demo.server.address, LAN.name, '秩序维护组', '东门');
  const said = desk.getByText(/已安排|还没通过本组守则/).first();
  await said.waitFor();
  return (await said.textContent()) ?? '';
}

describe('a code of practice', () => {
  it('begins with ours, is changed and published; nothing holds before', async () => {
    await demo.goto('/console/conduct?group=order');
    await desk.getByText('秩序维护组还没有守则').waitFor();
    await look(desk, 'conduct-none');
    await desk.getByRole('button', { name: /采用范本/ }).click();
    await desk.getByRole('heading', { name: '写守则：秩序维护组' }).waitFor();
    await desk.getByLabel('第 1 条的标题').fill('先问好，再查证，说谢谢');
    await desk
      .locator('input[type=file]')
      .setInputFiles({ name: '门岗培训.webm', mimeType: 'video/webm', buffer: await shortVideo(desk) });
    await desk.getByText(/门岗培训\.webm.*已传好/).waitFor({ timeout: 60_000 });
    await desk.getByRole('button', { name: '看一遍' }).click();
    await expect.poll(() => videoHeight(desk), PATIENT).toBeGreaterThan(0);
    await look(desk, 'conduct-write');
    await desk.getByRole('button', { name: '存好并发布…' }).click();
    const drawer = desk.getByRole('dialog');
    await drawer.getByText('以后没通过的人不能排本组的班').waitFor();
    await look(desk, 'conduct-publish');
    await drawer.getByRole('button', { name: '发布', exact: true }).click();
    await desk.getByRole('heading', { name: '《门岗值守守则》第 1 版' }).waitFor();
  });

  it('keeps from the gate who has not passed, and says what to do', async () => {
    await join(lan, await invite(desk, demo.server.address, '志愿者', '秩序维护组'), LAN);
    expect(await askForDuty()).toContain('还没通过本组守则');
    await look(desk, 'conduct-refused');
    await demo.goto('/console/conduct?group=order&state=must-pass');
    // The demo's group is larger than a page of the list.
    await desk.getByLabel('查找', { exact: true }).first().fill(LAN.name);
    await desk.getByRole('row', { name: new RegExp(`${LAN.name}.*待答题`) }).waitFor();
    await look(desk, 'conduct-people');
  });

  it('is read and its quiz failed without a network: which points to read again, no answers', async () => {
    await lan.reload();
    await unlock(lan, LAN);
    const card = lan.getByRole('link', { name: /上岗前先看守则、答题/ });
    await card.waitFor(PATIENT);
    await look(lan, 'conduct-phone-card');
    await card.click();
    await lan.getByRole('button', { name: /下载到手机再看/ }).click();
    await lan.getByText('已在手机里，没网络也能看').waitFor({ timeout: 60_000 });
    await context.setOffline(true);
    await lan.getByRole('button', { name: '播放' }).click();
    await expect.poll(() => videoHeight(lan), PATIENT).toBeGreaterThan(0);
    await lan.getByText('先问好，再查证，说谢谢').waitFor();
    await look(lan, 'conduct-phone-code');
    await lan.getByRole('button', { name: '看完了，开始答题' }).click();
    await sitQuiz(lan, 3, () => look(lan, 'conduct-phone-question'));
    await lan.getByText('这次没通过').waitFor();
    await lan.getByText('答对 3 题，共 6 题').waitFor();
    await lan.getByText('请再看这几条').waitFor();
    await look(lan, 'conduct-phone-failed');
  });

  it('is passed without a network, shown as pending, and outlives the app’s end', async () => {
    await lan.getByRole('button', { name: '回去看守则' }).click();
    await lan.getByRole('button', { name: '再答一次' }).click();
    await sitQuiz(lan, 0);
    await lan.getByText('成绩已记在手机里，联网后上报').waitFor();
    await look(lan, 'conduct-phone-passed');
    await lan.getByRole('button', { name: '好了' }).click();
    await lan.reload();
    await unlock(lan, LAN);
    await lan.getByRole('link', { name: /守则.*已记下，待同步/ }).waitFor();
    await look(lan, 'conduct-phone-pending');
  });

  it('once synced, the duty is given', async () => {
    await context.setOffline(false);
    await lan.getByRole('link', { name: /守则.*已通过/ }).waitFor({ timeout: 60_000 });
    expect(await askForDuty()).toBe('已安排');
    await demo.goto('/console/conduct?group=order');
    await desk.getByRole('row', { name: new RegExp(`${LAN.name}.*已通过`) }).waitFor();
    await look(desk, 'conduct-passed');
  });

  it('changed a little, it is asked to be read before the work, and the desk sees who has', async () => {
    await desk.getByRole('button', { name: '写新一版' }).click();
    await desk.getByLabel('第 3 条的说明').fill('急病、临产、透析、化疗、救护车，先走，后补记。');
    await desk.getByRole('button', { name: '存好并发布…' }).click();
    const drawer = desk.getByRole('dialog');
    await drawer.getByLabel('改了什么').fill('第 3 条加了“化疗”');
    await drawer.getByRole('button', { name: '发布', exact: true }).click();
    await desk.getByRole('heading', { name: '《门岗值守守则》第 2 版' }).waitFor();
    await desk.getByRole('row', { name: new RegExp(`${LAN.name}.*待确认`) }).waitFor();
    const card = lan.getByRole('link', { name: /守则已更新，请确认/ });
    await card.waitFor({ timeout: 60_000 });
    await look(lan, 'conduct-phone-changed');
    await card.click();
    await lan.getByText('第 3 条加了“化疗”').waitFor();
    await lan.getByRole('button', { name: '我已读过，照此执行' }).click();
    await desk.getByRole('row', { name: new RegExp(`${LAN.name}.*已通过`) }).waitFor({ timeout: 60_000 });
    await look(desk, 'conduct-read');
  });

  it('with a great change, duties that stand are kept, and stand open on the first page', async () => {
    await demo.goto('/console/conduct?group=order');
    await desk.getByRole('button', { name: '写新一版' }).click();
    await desk.getByRole('button', { name: '存好并发布…' }).click();
    await desk.getByRole('dialog').getByRole('radio', { name: /大改/ }).check();
    await desk.getByRole('dialog').getByRole('button', { name: '发布', exact: true }).click();
    await desk.getByText(/其中 .* 人已经排了班/).waitFor();
    await demo.goto('/console/');
    await desk.getByRole('link', { name: /秩序维护组：还没通过答题/ }).waitFor();
    await picture([['conduct-home', desk]]);
    await lan.goto(`${demo.server.address}/phone/`);
    await unlock(lan, LAN);
    await lan.getByText('您已排班，还没通过守则答题').waitFor({ timeout: 60_000 });
    await look(lan, 'conduct-phone-open');
  });
});
