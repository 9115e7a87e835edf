import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { BROWSER } from '#apps/web/testing/browser.ts';
import { cameraArgs, film, type Scene } from '#apps/web/testing/camera-film.ts';
import { qrSvg } from '#kernel/print/qr.ts';
import { launch, PHONE } from './browser.ts';
import { startHouse } from './house.ts';
import { LanePhone } from './lane.ts';
import { typePin } from './people.ts';
import { SECRETARY, type TestingArea, testingArea } from './testing-area.ts';

/** How long a card is held before the camera, and how long the next one takes to come, seconds. */
const HELD = 1.2;
const BETWEEN = 0.4;
/** Nothing before the camera, so that a story can end before the film begins again. */
const REST = 6;

/** Told apart by a page that looks at the strip alone. */
const STRIPS = ['#ff0000', '#00ff00', '#0000ff', '#ffff00', '#ff00ff', '#00ffff'] as const;
const NOTHING = '#000000';

export interface CameraLane {
  readonly address: string;
  readonly area: TestingArea;
  readonly phone: LanePhone;
  readonly page: Page;
  /** How many people the film shows; they are the first of `area.residents`. */
  readonly people: number;
  close(): Promise<void>;
}

/**
 * A phone at a lane whose camera sees a film: a tube's label, then people's cards one after the other, as a hand holds
 * them. The house is a real one; the camera is not open yet.
 */
export async function openCameraLane(people: number): Promise<CameraLane> {
  const folder = await mkdtemp(join(tmpdir(), 'concerto-lane-'));
  const house = await startHouse();
  const browsers: Browser[] = [];
  const close = async () => {
    for (const browser of browsers) await browser.close();
    await house.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const desk = await launch();
    browsers.push(desk);
    const area = await testingArea(house, desk);
    const file = join(folder, 'lane.mjpeg');
    const codes = [area.tubes[0] ?? '', ...area.residents.slice(0, people).map(({ code }) => code)];
    await film(desk, scenes(codes), file);
    const args = [...(BROWSER.args ?? []), ...cameraArgs({ file })];
    const seeing = await chromium.launch({ ...BROWSER, args });
    browsers.push(seeing);
    const context = await seeing.newContext(PHONE);
    const page = await context.newPage();
    const phone = new LanePhone(context, page, SECRETARY);
    await page.goto(`${house.address}/phone/sign-in`);
    await page.locator('input[type=tel]').fill(SECRETARY.phone);
    await page.keyboard.press('Enter');
    await typePin(page, SECRETARY.pin);
    await page.getByRole('link', { name: /去采样/ }).waitFor({ timeout: 60_000 });
    await phone.waitUntilSynced();
    await phone.goToFirst();
    return { address: house.address, area, phone, page, people, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function scenes(codes: readonly string[]): Scene[] {
  const shown = codes.flatMap((code, i): Scene[] => [
    {
      seconds: HELD,
      strip: STRIPS[i % STRIPS.length] ?? NOTHING,
      shown: `${qrSvg(code, { size: 40 })}`,
      turned: (i * 7) % 25,
    },
    { seconds: BETWEEN, strip: NOTHING },
  ]);
  return [{ seconds: 1, strip: NOTHING }, ...shown, { seconds: REST, strip: NOTHING }];
}

/** Of one person: ms from the first picture with the code to the word on the screen, and to the screen being free. */
export interface Passing {
  readonly toWord: number;
  readonly toReady: number;
}

/** Notes every scene of the film that ends in 已采. Runs in the page, once the camera is open. */
export async function watchPassings(page: Page): Promise<void> {
  // What runs this may keep functions' names with a helper that the page has not got.
  await page.evaluate('globalThis.__name ??= (named) => named');
  await page.evaluate(() => {
    const found: { toWord: number; toReady: number }[] = [];
    (window as { passings?: typeof found }).passings = found;
    const video = document.querySelector('video');
    const pen = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d');
    if (!video || !pen) throw new Error('the camera is not open');
    let scene = '';
    let begun: number | null = null;
    let word: number | null = null;
    const look = () => {
      pen.drawImage(video, video.videoWidth / 2, video.videoHeight / 24, 1, 1, 0, 0, 1, 1);
      const strip = [...pen.getImageData(0, 0, 1, 1).data.slice(0, 3)].map((part) => part > 128).join();
      if (strip !== scene && strip.includes('true')) begun = performance.now();
      scene = strip;
      video.requestVideoFrameCallback(look);
    };
    video.requestVideoFrameCallback(look);
    new MutationObserver(() => {
      const flash = document.querySelector('.flash');
      if (begun !== null && word === null && flash?.textContent === '已采') word = performance.now();
      if (begun === null || word === null || flash) return;
      found.push({ toWord: word - begun, toReady: performance.now() - begun });
      begun = null;
      word = null;
    }).observe(document.body, { childList: true, subtree: true });
  });
}

export const passings = (page: Page): Promise<readonly Passing[]> =>
  page.evaluate(() => (window as { passings?: Passing[] }).passings ?? []);
