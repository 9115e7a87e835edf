import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { letPull, type Rows } from './pulled.ts';
import { letIn, signInOnPhone, unlockPhone } from './signed-in.ts';

/** quality.md: script needed before the first useful screen of the phone, compressed. */
export const FIRST_LOAD_LIMIT = 200 * 1024;

export interface FirstLoad {
  /** Each script with its size in bytes, brotli. */
  readonly scripts: readonly { readonly file: string; readonly bytes: number }[];
  readonly bytes: number;
}

/**
 * Opens the built phone as somebody who unlocks it with these rows on it, and adds up the scripts it asks for until the
 * cards of the first page stand and the line is quiet. No service worker: as on the very first visit.
 * @param built its address without a slash at the end, and the folder it is served from
 * @param cards how many cards must stand
 */
export async function firstLoad(
  browser: Browser,
  built: { readonly origin: string; readonly folder: string },
  { rows, cards }: { readonly rows: Rows; readonly cards: number },
): Promise<FirstLoad> {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  try {
    await letIn(context);
    await letPull(context, rows);
    const page = await context.newPage();
    await signInOnPhone(page, built.origin);
    const asked = new Set<string>();
    page.on('request', (request) => {
      if (request.resourceType() === 'script') asked.add(new URL(request.url()).pathname);
    });
    await page.goto(`${built.origin}/phone/`);
    await unlockPhone(page);
    await page.waitForFunction(
      (count) => document.querySelectorAll('.home-cards > *').length === count,
      cards,
    );
    await page.locator('.practice-part').waitFor();
    await page.waitForLoadState('networkidle');
    const scripts = await Promise.all(
      [...asked].sort().map(async (file) => ({ file, bytes: await compressed(join(built.folder, file)) })),
    );
    return { scripts, bytes: scripts.reduce((sum, { bytes }) => sum + bytes, 0) };
  } finally {
    await context.close();
  }
}

async function compressed(path: string): Promise<number> {
  return brotliCompressSync(await readFile(path)).byteLength;
}
