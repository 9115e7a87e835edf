import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { BROWSER } from '#apps/web/testing/browser.ts';
import type { Measured } from './phone-replica/page.ts';

const SLOWDOWN = 4;
const ROWS = 25_000;
const PENDING = 500;

/** Milliseconds at 4× slow-down; a gate decides in 50 and the shell opens in 2,000 (quality.md). */
const LIMITS: Partial<Record<keyof Measured, number>> = {
  hydratePending: 1500,
  dispatchMedian: 50,
  smallPull: 500,
};

/**
 * A phone's replica in real Chromium, slowed down: the largest area's rows pulled, hydrated, and 500 waiting commands
 * laid over them.
 * @returns whether the bars are met
 */
export async function run(args: readonly string[]): Promise<boolean> {
  const server = await serve(await bundle());
  const browser = await chromium.launch(BROWSER);
  try {
    const page = await browser.newPage();
    await page.goto(`http://localhost:${server.port}/`);
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
    const measured = await page.evaluate(([rows, pending]) => window.measure(rows, pending), [
      ROWS,
      PENDING,
    ] as const);
    return report(measured, args.includes('--json'));
  } finally {
    await browser.close();
    await server.close();
  }
}

function report(measured: Measured, json: boolean): boolean {
  let allMet = true;
  for (const [name, value] of Object.entries(measured)) {
    const limit = LIMITS[name as keyof Measured];
    const met = limit === undefined || value <= limit;
    allMet &&= met;
    const bar = limit === undefined ? '' : `bar ${limit}: ${met ? 'met' : 'NOT met'}`;
    print(`${name.padEnd(20)}${String(value).padStart(9)}  ${bar}`);
  }
  if (json) print(JSON.stringify({ slowdown: SLOWDOWN, ...measured, limits: LIMITS, met: allMet }));
  return allMet;
}

async function bundle(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      lib: { entry: fileURLToPath(new URL('phone-replica/page.ts', import.meta.url)), formats: ['es'] },
    },
  });
  const [first] = Array.isArray(result) ? result : [result];
  if (!first || !('output' in first)) throw new Error('the page was not built');
  return first.output[0].code;
}

/** localhost is a secure context: IndexedDB, locks and crypto are there. */
async function serve(script: string): Promise<{ port: number; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    const isScript = request.url === '/page.js';
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
    response.end(
      isScript ? script : '<!doctype html><title>bench</title><script type="module" src="/page.js"></script>',
    );
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

const print = (line: string) => process.stdout.write(`${line}\n`);
