import { chromium } from 'playwright-core';
import { BROWSER } from '#apps/web/testing/browser.ts';
import { FIRST_LOAD_LIMIT, firstLoad } from '#apps/web/testing/first-load.ts';
import { holdings } from '#apps/web/testing/pulled.ts';
import { DIST, serveDist } from '#apps/web/testing/serve-dist.ts';

/**
 * What the phone loads before its first useful screen, for each of the people in `holdings`.
 * @returns whether the bar is met for all of them
 */
export async function run(args: readonly string[]): Promise<boolean> {
  const server = await serveDist();
  const browser = await chromium.launch(BROWSER);
  try {
    let met = true;
    for (const [who, held] of Object.entries(holdings())) {
      const { scripts, bytes } = await firstLoad(browser, { origin: server.origin, folder: DIST }, held);
      const fits = bytes <= FIRST_LOAD_LIMIT;
      met &&= fits;
      print(`\n${who}`);
      for (const script of scripts) print(`${String(script.bytes).padStart(8)}  ${script.file}`);
      print(
        `${String(bytes).padStart(8)}  together, brotli; bar ${FIRST_LOAD_LIMIT}: ${fits ? 'met' : 'NOT met'}`,
      );
      if (args.includes('--json'))
        print(JSON.stringify({ who, totalBytes: bytes, limitBytes: FIRST_LOAD_LIMIT, met: fits, scripts }));
    }
    return met;
  } finally {
    await browser.close();
    await server.close();
  }
}

const print = (line: string) => process.stdout.write(`${line}\n`);
