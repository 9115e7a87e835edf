import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { BROWSER } from '#apps/web/testing/browser.ts';
import { DIST, serveDist } from '#apps/web/testing/serve-dist.ts';
import { letIn, signInOnPhone, unlockPhone } from '#apps/web/testing/signed-in.ts';

/** quality.md: script needed before the first useful screen of the phone, compressed. */
const LIMIT_BYTES = 200 * 1024;

/**
 * Opens the built phone shell as a volunteer who has just unlocked it, and adds up the scripts it asks for until its first page
 * stands and the line is quiet.
 * @returns whether the bar is met
 */
export async function run(args: readonly string[]): Promise<boolean> {
  const scripts = await scriptsOfFirstScreen();
  const sizes = await Promise.all(scripts.map(async (file) => ({ file, bytes: await compressed(file) })));
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
  const met = total <= LIMIT_BYTES;
  for (const { file, bytes } of sizes) print(`${String(bytes).padStart(8)}  ${file}`);
  print(`${String(total).padStart(8)}  together, brotli; bar ${LIMIT_BYTES}: ${met ? 'met' : 'NOT met'}`);
  if (args.includes('--json'))
    print(JSON.stringify({ totalBytes: total, limitBytes: LIMIT_BYTES, met, sizes }));
  return met;
}

async function scriptsOfFirstScreen(): Promise<string[]> {
  const server = await serveDist();
  const browser = await chromium.launch(BROWSER);
  try {
    const context = await browser.newContext({ serviceWorkers: 'block' });
    await letIn(context);
    const page = await context.newPage();
    await signInOnPhone(page, server.origin);
    const scripts = new Set<string>();
    page.on('request', (request) => {
      if (request.resourceType() === 'script') scripts.add(new URL(request.url()).pathname);
    });
    await page.goto(`${server.origin}/phone/`);
    await unlockPhone(page);
    await page.locator('.phone-tabs').waitFor();
    await page.waitForLoadState('networkidle');
    return [...scripts].sort();
  } finally {
    await browser.close();
    await server.close();
  }
}

async function compressed(file: string): Promise<number> {
  return brotliCompressSync(await readFile(join(DIST, file))).byteLength;
}

const print = (line: string) => process.stdout.write(`${line}\n`);
