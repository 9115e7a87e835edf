import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fastify from 'fastify';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { mountWeb } from '#apps/server/routes-web.ts';
import { codeOfRow, isProblem, nextTubeCodes } from '#core/codes/contract.ts';
import { code128Svg } from '#kernel/print/code128.ts';
import { qrSvg } from '#kernel/print/qr.ts';
import { expectNoSeriousFault } from '#tests/setup/axe.ts';
import { BROWSER } from './testing/browser.ts';
import { cameraArgs, film } from './testing/camera-film.ts';
import type { DistServer } from './testing/serve-dist.ts';
import { serveGallery } from './testing/serve-gallery.ts';

const AREA = '01800000-0000-7000-8000-0000000006f1';
const PERSON = codeOfRow('person', AREA, '01800000-0000-7000-8000-3fa91c04d7e2');
const TUBE = firstTube();
const LAB_TUBE = '31092022041800001';
const STRIPS = { '#ff0000': PERSON, '#00ff00': TUBE, '#0000ff': LAB_TUBE } as const;

let folder: string;
let server: DistServer;
let seeing: Browser;
let denied: Browser;
let page: Page;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'concerto-camera-'));
  const file = join(folder, 'codes.mjpeg');
  const args = (more: readonly string[]) => ({ ...BROWSER, args: [...(BROWSER.args ?? []), ...more] });
  [server, seeing, denied] = await Promise.all([
    serveGallery(serveAsServer),
    chromium.launch(args(cameraArgs({ file }))),
    chromium.launch(args(cameraArgs('denied'))),
  ]);
  const nothing = { seconds: 0.5, strip: '#000000' };
  await film(
    seeing,
    [
      { seconds: 1.5, strip: '#ff0000', shown: `${qrSvg(PERSON, { size: 50 })}`, turned: 11 },
      nothing,
      { seconds: 1.5, strip: '#00ff00', shown: `${qrSvg(TUBE, { size: 35 })}`, turned: -24 },
      nothing,
      {
        seconds: 1.5,
        strip: '#0000ff',
        shown: `${code128Svg(LAB_TUBE, { width: 110, height: 30 })}`,
        turned: 4,
      },
      nothing,
    ],
    file,
  );
}, 120_000);

afterEach(() => page.context().close());

afterAll(async () => {
  await Promise.all([seeing.close(), denied.close()]);
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

describe('the camera', () => {
  test('reads QR and bar codes held askew, with nothing from elsewhere, under our content policy', async () => {
    const seen = await open(seeing);
    await startCamera();
    await expect
      .poll(read, { timeout: 20_000 })
      .toEqual(new Set([PERSON, TUBE, LAB_TUBE].map((code) => `camera ${code}`)));
    await expectNoSeriousFault(page);
    expect(new Set(seen.requests.map((url) => new URL(url).origin))).toEqual(new Set([server.origin]));
    expect(seen.requests.filter((url) => url.endsWith('.wasm'))).toHaveLength(1);
    expect(seen.policies).toEqual([expect.stringContaining("script-src 'self' 'wasm-unsafe-eval'")]);
    expect(seen.complaints).toEqual([]);
  });

  test('takes a code a moment after it comes into the picture', async () => {
    await open(seeing);
    await startCamera();
    await expect.poll(read, { timeout: 20_000 }).toHaveProperty('size', 3);
    await page.evaluate(watch, STRIPS);
    await expect
      .poll(() => page.evaluate(delays).then((all) => all.length), { timeout: 20_000 })
      .toBeGreaterThan(2);
    const all = (await page.evaluate(delays)).sort((a, b) => a - b);
    process.stdout.write(`from a new picture to its code, ms: ${all.map(Math.round).join(' ')}\n`);
  });

  test('is let go when it is closed, and can be opened again', async () => {
    await open(seeing);
    for (let times = 1; times <= 2; times += 1) {
      await startCamera();
      expect(await page.evaluate(tracks)).toEqual([...Array(times - 1).fill('ended'), 'live']);
      await page.getByRole('button', { name: '关闭相机' }).click();
      await expect.poll(() => page.evaluate(tracks)).toEqual(Array(times).fill('ended'));
    }
  });

  test('is let go when it is closed before its picture has come', async () => {
    await open(seeing);
    await page.evaluate(closeAsItStarts);
    await scanButton().click();
    await expect.poll(() => page.evaluate(tracks)).toEqual(['ended']);
    await scanButton().waitFor();
  });

  test('that is refused at first is asked for again in place, and reads', async () => {
    await open(seeing);
    await page.evaluate(refuseOnce);
    await scanButton().click();
    await page.getByRole('alert').waitFor();
    await expectNoSeriousFault(page);
    await page.getByRole('button', { name: '再试一次' }).click();
    await page.locator('.camera-aim').waitFor();
    expect(await page.evaluate(tracks)).toEqual(['live']);
    await expect.poll(read, { timeout: 20_000 }).not.toHaveProperty('size', 0);
  });

  test('that is still refused says so again', async () => {
    await open(denied);
    await scanButton().click();
    await page.getByRole('button', { name: '再试一次' }).click();
    await expect.poll(() => page.getByText('允许使用相机').count()).toBe(2);
    expect(await page.evaluate(tracks)).toEqual([]);
  });

  test('that is refused says so in plain words, and typing goes on', async () => {
    await open(denied);
    await scanButton().click();
    await expect
      .poll(() => page.getByRole('alert').textContent())
      .toBe('打不开相机：没有允许使用相机。可用扫码枪或手工输入');
    await expectNoSeriousFault(page);
    await page.getByPlaceholder('输入编号').fill(PERSON);
    await page.getByRole('button', { name: '确认' }).click();
    await expect.poll(read).toEqual(new Set([`typed ${PERSON}`]));
  });
});

/** The files as the application's own server gives them out, with its content policy. */
async function serveAsServer(webRoot: string): Promise<DistServer> {
  const app = fastify();
  mountWeb(app, webRoot);
  return { origin: await app.listen({ host: '127.0.0.1', port: 0 }), close: () => app.close() };
}

function firstTube(): string {
  const codes = nextTubeCodes({ kind: 'own', areaId: AREA, day: '2022-04-18', lane: 'A' }, 32, 1);
  if (isProblem(codes) || codes[0] === undefined) throw new Error('no tube code');
  return codes[0];
}

/** What the page asked for, under which policies its documents came, what the browser complained about. */
interface Seen {
  readonly requests: string[];
  readonly policies: (string | undefined)[];
  readonly complaints: string[];
}

async function open(browser: Browser): Promise<Seen> {
  const seen: Seen = { requests: [], policies: [], complaints: [] };
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-CN' });
  await context.addInitScript(rememberStreams);
  page = await context.newPage();
  context.on('request', (request) => seen.requests.push(request.url()));
  page.on(
    'console',
    (line) => line.type() === 'error' && seen.complaints.push(`${line.text()} ${line.location().url}`),
  );
  page.on('pageerror', (error) => seen.complaints.push(error.message));
  const answer = await page.goto(`${server.origin}/phone.html`);
  seen.policies.push(answer?.headers()['content-security-policy']);
  await scanButton().waitFor();
  return seen;
}

const scanButton = () => page.getByRole('button', { name: '扫码', exact: true });

async function startCamera(): Promise<void> {
  await scanButton().click();
  await page.locator('.camera-aim').waitFor();
}

const read = async () => new Set(await page.locator('[data-codes] li').allTextContents());

interface CameraWindow {
  streams?: MediaStream[];
  delays?: number[];
}

function rememberStreams(): void {
  const streams: MediaStream[] = [];
  (window as CameraWindow).streams = streams;
  const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  navigator.mediaDevices.getUserMedia = async (wanted) => {
    const stream = await ask(wanted);
    streams.push(stream);
    return stream;
  };
}

const tracks = () =>
  ((window as CameraWindow).streams ?? []).flatMap((stream) =>
    stream.getTracks().map((track) => track.readyState),
  );

const delays = () => (window as CameraWindow).delays ?? [];

/** A quick finger: presses "close" while the video waits for its first picture. */
function closeAsItStarts(): void {
  const play = HTMLMediaElement.prototype.play;
  HTMLMediaElement.prototype.play = function start() {
    const playing = play.call(this);
    document.querySelector<HTMLElement>('.camera-bar button')?.click();
    return playing;
  };
}

/** Somebody presses "no", and thinks better of it. */
function refuseOnce(): void {
  const ask = navigator.mediaDevices.getUserMedia;
  navigator.mediaDevices.getUserMedia = async () => {
    navigator.mediaDevices.getUserMedia = ask;
    throw new DOMException('refused', 'NotAllowedError');
  };
}

/** Notes how long after the first picture of a scene, known by its strip, the scene's code is in the list. */
function watch(strips: Readonly<Record<string, string>>): void {
  const found: number[] = [];
  (window as CameraWindow).delays = found;
  const video = document.querySelector('video');
  const list = document.querySelector('[data-codes]');
  const pen = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d');
  if (!video || !list || !pen) throw new Error('the camera is not open');
  let scene = '';
  let begun: number | null = null;
  const look = () => {
    pen.drawImage(video, video.videoWidth / 2, video.videoHeight / 24, 1, 1, 0, 0, 1, 1);
    const colours = [...pen.getImageData(0, 0, 1, 1).data.slice(0, 3)];
    const strip = `#${colours.map((part) => (part > 128 ? 'ff' : '00')).join('')}`;
    if (strip !== scene) begun = scene === '' ? null : performance.now();
    scene = strip;
    video.requestVideoFrameCallback(look);
  };
  video.requestVideoFrameCallback(look);
  new MutationObserver(() => {
    const code = strips[scene];
    if (begun === null || !code || !list.lastElementChild?.textContent?.endsWith(code)) return;
    found.push(performance.now() - begun);
    begun = null;
  }).observe(list, { childList: true });
}
