import { writeFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';

/** Chromium plays an MJPEG file to its fake camera at this rate, again and again. */
const FRAMES_PER_SECOND = 30;

export interface Scene {
  readonly seconds: number;
  /** Colour of the strip along the upper edge, by which a page can tell that the scene has begun. */
  readonly strip: string;
  /** What lies before the camera, as HTML; nothing where left out. */
  readonly shown?: string;
  /** How far the hand turns it, degrees. */
  readonly turned?: number;
}

/** Films the scenes one after another, 640 × 480 pixels, into an MJPEG file: JPEG pictures without anything between. */
export async function film(browser: Browser, scenes: readonly Scene[], file: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 640, height: 480 } });
  const frames: Buffer[] = [];
  for (const { seconds, strip, shown = '', turned = 0 } of scenes) {
    await page.setContent(`<style>
      body { margin: 0; height: 480px; display: grid; place-items: center; background: #b9b4aa }
      i { position: fixed; inset: 0 0 auto; height: 40px; background: ${strip} }
      div { padding: 12px; background: #fff; transform: rotate(${turned}deg) }
      div:empty { display: none }
    </style><i></i><div>${shown}</div>`);
    const frame = await page.screenshot({ type: 'jpeg', quality: 70 });
    for (let i = 0; i < seconds * FRAMES_PER_SECOND; i += 1) frames.push(frame);
  }
  await page.close();
  await writeFile(file, Buffer.concat(frames));
}

/** What makes Chromium film `file` and let every page have the camera, or refuse it. */
export const cameraArgs = (camera: { readonly file: string } | 'denied'): readonly string[] => [
  '--use-fake-device-for-media-stream',
  ...(camera === 'denied'
    ? ['--use-fake-ui-for-media-stream=deny']
    : ['--use-fake-ui-for-media-stream', `--use-file-for-fake-video-capture=${camera.file}`]),
];
