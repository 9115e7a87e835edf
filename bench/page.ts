import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { type Browser, type CDPSession, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { BROWSER } from '#apps/web/testing/browser.ts';

/** A phone's processor beside this machine's. */
export const SLOWDOWN = 4;

/** A page of one script in real Chromium, slowed down. */
export interface SlowPage {
  readonly page: Page;
  readonly devtools: CDPSession;
  close(): Promise<void>;
}

/**
 * @param script the page's module
 * @param more answers what is neither page nor script
 * @param rate 1: at full speed
 */
export async function openSlowPage(
  script: URL,
  more: RequestListener = notFound,
  rate = SLOWDOWN,
): Promise<SlowPage> {
  const server = await serve(await bundle(script), more);
  let browser: Browser | undefined;
  const close = async () => {
    await browser?.close();
    await server.close();
  };
  try {
    browser = await chromium.launch(BROWSER);
    const page = await browser.newPage();
    await page.goto(`http://localhost:${server.port}/`);
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate });
    return { page, devtools, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function bundle(script: URL): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      lib: { entry: fileURLToPath(script), formats: ['es'] },
      // What a screen loads later is part of the one script.
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  const [first] = Array.isArray(result) ? result : [result];
  if (!first || !('output' in first)) throw new Error('the page was not built');
  return first.output[0].code;
}

const notFound: RequestListener = (_request, response) => {
  response.statusCode = 404;
  response.end();
};

const HTML = '<!doctype html><title>bench</title><script type="module" src="/page.js"></script>';

/** localhost is a secure context: IndexedDB, locks and crypto are there. */
async function serve(
  script: string,
  more: RequestListener,
): Promise<{ port: number; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    if (request.url === '/page.js') response.setHeader('content-type', 'text/javascript').end(script);
    else if (request.url === '/') response.setHeader('content-type', 'text/html').end(HTML);
    else more(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
