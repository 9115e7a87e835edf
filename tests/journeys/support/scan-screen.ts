import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');

/** What a phone held before the screen reads from a QR code shown there. */
export const scanScreen = async (page: Page, name: string): Promise<string> =>
  codeIn(await page.getByRole('img', { name }).screenshot());

/** The QR code in a picture. */
export async function codeIn(picture: Buffer): Promise<string> {
  const { buffer } = new Uint8Array(await readFile(wasm));
  prepareZXingModule({ overrides: { wasmBinary: buffer } });
  const [found] = await readBarcodes(new Uint8Array(picture), { formats: ['QRCode'] });
  if (!found?.isValid) throw new Error('no code can be read');
  return found.text;
}
