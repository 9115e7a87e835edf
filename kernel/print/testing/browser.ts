import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { type Browser, chromium, type Page } from 'playwright-core';
import { A4 } from '../grid.ts';

/** Debian's Chromium; elsewhere the one Playwright brought. */
const DEBIAN = '/usr/bin/chromium';
const CSS_PX_PER_INCH = 96;

interface DetectorPage {
  BarcodeDetectionAPI: {
    prepareZXingModule(options: object): unknown;
    BarcodeDetector: new (options: {
      formats: string[];
    }) => { detect(image: ImageBitmap): Promise<{ rawValue: string; format: string }[]> };
  };
}

export interface Measured {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface ReadMark {
  readonly text: string;
  /** `qr_code` or `code_128` */
  readonly format: string;
}

/** Prints as a person would and reads the print back as a phone would. Close it when done. */
export class PrintProof {
  private reader: Promise<Page> | undefined;

  private constructor(private readonly browser: Browser) {}

  static async open(): Promise<PrintProof> {
    return new PrintProof(
      await chromium.launch({
        ...(existsSync(DEBIAN) ? { executablePath: DEBIAN } : {}),
        args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'],
      }),
    );
  }

  close(): Promise<void> {
    return this.browser.close();
  }

  /** The document as the print dialog's PDF: number of pages and their sizes in whole millimetres. */
  async pdf(
    documentHtml: string,
  ): Promise<{ readonly bytes: Buffer; readonly pages: readonly [number, number][] }> {
    const page = await this.browser.newPage();
    try {
      await page.setContent(documentHtml);
      const bytes = await page.pdf({ preferCSSPageSize: true, printBackground: true });
      const boxes = [...bytes.toString('latin1').matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
      const mm = (points: string | undefined) => Math.round((Number(points) / 72) * 25.4);
      return { bytes, pages: boxes.map((box): [number, number] => [mm(box[1]), mm(box[2])]) };
    } finally {
      await page.close();
    }
  }

  /** One picture per page in print media. @param dpi 300 as printers do; fewer as a phone from afar sees it */
  async pictures(documentHtml: string, dpi = 300, size = A4): Promise<Buffer[]> {
    const px = (mm: number) => Math.round((mm / 25.4) * CSS_PX_PER_INCH);
    const page = await this.browser.newPage({
      viewport: { width: px(size.width), height: px(size.height) },
      deviceScaleFactor: dpi / CSS_PX_PER_INCH,
    });
    try {
      await page.emulateMedia({ media: 'print' });
      await page.setContent(documentHtml);
      const pictures: Buffer[] = [];
      for (const section of await page.locator('section.page').all())
        pictures.push(await section.screenshot());
      return pictures;
    } finally {
      await page.close();
    }
  }

  /** Texts and codes within the given boxes that run out of them by more than half a millimetre: what they say. */
  async overflows(documentHtml: string, boxes: string): Promise<string[]> {
    const page = await this.browser.newPage();
    try {
      await page.emulateMedia({ media: 'print' });
      await page.setContent(documentHtml);
      return await page.evaluate((selector) => {
        const found: string[] = [];
        for (const box of document.querySelectorAll(selector)) {
          const frame = box.getBoundingClientRect();
          for (const inner of box.querySelectorAll('p, svg')) {
            const range = document.createRange();
            range.selectNodeContents(inner);
            const drawn = (inner instanceof SVGElement ? inner : range).getBoundingClientRect();
            // An empty line has no box of its own.
            if (drawn.width === 0) continue;
            const out =
              drawn.left < frame.left - 2 ||
              drawn.right > frame.right + 2 ||
              drawn.top < frame.top - 2 ||
              drawn.bottom > frame.bottom + 2;
            if (out) found.push(`${inner.getAttribute('class')}: ${inner.textContent}`);
          }
        }
        return found;
      }, boxes);
    } finally {
      await page.close();
    }
  }

  /** Where things stand on the first page and how large they are, in millimetres. */
  async measure(documentHtml: string, selector: string): Promise<readonly Measured[]> {
    const page = await this.browser.newPage();
    try {
      await page.emulateMedia({ media: 'print' });
      await page.setContent(documentHtml);
      const boxes = await page.locator(`section.page:first-of-type ${selector}`).all();
      const measured: Measured[] = [];
      for (const box of boxes) {
        const px = await box.boundingBox();
        const mm = (n = Number.NaN) => Math.round((n / CSS_PX_PER_INCH) * 25.4 * 100) / 100;
        measured.push({ x: mm(px?.x), y: mm(px?.y), width: mm(px?.width), height: mm(px?.height) });
      }
      return measured;
    } finally {
      await page.close();
    }
  }

  /** What a reader finds on a picture. */
  async read(picture: Buffer): Promise<readonly ReadMark[]> {
    this.reader ??= this.openReader();
    const page = await this.reader;
    return page.evaluate(
      async (image) => {
        const { BarcodeDetectionAPI: api } = window as unknown as DetectorPage;
        const bitmap = await createImageBitmap(await (await fetch(image)).blob());
        const found = await new api.BarcodeDetector({ formats: ['qr_code', 'code_128'] }).detect(bitmap);
        return found.map(({ rawValue, format }) => ({ text: rawValue, format }));
      },
      `data:image/png;base64,${picture.toString('base64')}`,
    );
  }

  /** Fetches nothing: the reader's program is handed over. */
  private async openReader(): Promise<Page> {
    const find = createRequire(import.meta.url).resolve;
    const detector = find('barcode-detector/ponyfill').replace(/dist.*$/, 'dist/iife/ponyfill.js');
    const wasm = await readFile(createRequire(detector).resolve('zxing-wasm/reader/zxing_reader.wasm'));
    const page = await this.browser.newPage();
    await page.addScriptTag({ path: detector });
    await page.evaluate(
      async (program) => {
        const { BarcodeDetectionAPI: api } = window as unknown as DetectorPage;
        const wasmBinary = await (await fetch(program)).arrayBuffer();
        api.prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: false });
      },
      `data:application/wasm;base64,${wasm.toString('base64')}`,
    );
    return page;
  }
}
