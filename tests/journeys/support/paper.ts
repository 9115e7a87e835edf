import type { Browser, Page } from 'playwright-core';
import { codeIn } from './scan-screen.ts';

/** Keeps what would be printed: the dialog itself cannot be driven. Before the page is opened. */
export async function keepPrinted(page: Page): Promise<readonly string[]> {
  const printed: string[] = [];
  await page.exposeFunction('keepPrinted', (document: string) => printed.push(document));
  await page.addInitScript(() => {
    window.print = () => {
      const { parent } = window as unknown as { parent: { keepPrinted?: (text: string) => void } };
      parent.keepPrinted?.(document.documentElement.outerHTML);
    };
  });
  return printed;
}

export interface PaperPass {
  /** As it is printed, e.g. `王**`. */
  readonly name: string;
  readonly place: string;
  /** What a scanner reads from the paper. */
  readonly code: string;
}

/** The first passes of a printed document, each code read from its picture. */
export async function passesOn(
  browser: Browser,
  document: string,
  most: number,
): Promise<readonly PaperPass[]> {
  const page = await browser.newPage({ deviceScaleFactor: 2 });
  await page.setContent(document);
  const passes: PaperPass[] = [];
  for (const pass of (await page.locator('.pass').all()).slice(0, most)) {
    const [name, place] = await Promise.all(
      ['.pass-name', '.pass-place'].map((part) => pass.locator(part).textContent()),
    );
    const code = await codeIn(await pass.locator('.pass-code').screenshot());
    passes.push({ name: name ?? '', place: place ?? '', code });
  }
  await page.close();
  return passes;
}
