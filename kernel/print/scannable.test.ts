import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { code128Svg } from './code128.ts';
import { printDocument } from './document.ts';
import { CARD_SHEETS, cellPlace, cellsPerPage, LABEL_SHEETS } from './grid.ts';
import { html, type Markup } from './markup.ts';
import { qrSvg } from './qr.ts';
import { sheetPages } from './sheet-pages.ts';
import { testPage } from './test-page.ts';
import { PrintProof } from './testing/browser.ts';

describe('what is printed can be scanned', { timeout: 90_000 }, () => {
  let proof: PrintProof;
  beforeAll(async () => {
    proof = await PrintProof.open();
  });
  afterAll(() => proof.close());

  const documentOf = (pages: readonly Markup[]) =>
    printDocument({
      head: { area: '清源居民区', what: '标签', when: '2022-04-17' },
      language: 'zh-CN',
      pages,
    });
  const texts = (count: number) => Array.from({ length: count }, (_, i) => `T${String(100_000 + i * 7919)}`);

  test('a full sheet of 65 QR labels, and a second begun at label 60', async () => {
    const wanted = texts(6);
    const labels = wanted.map((text) => html`<div style="padding:2mm">${qrSvg(text, { size: 17 })}</div>`);
    const pages = sheetPages(LABEL_SHEETS['a4-65'], labels, { skip: 60 });
    const pictures = await proof.pictures(documentOf(pages));
    expect(pictures).toHaveLength(2);
    const found = await Promise.all(pictures.map((picture) => proof.read(picture)));
    expect(found.map((page) => page.length)).toEqual([5, 1]);
    expect(
      found
        .flat()
        .map((mark) => mark.text)
        .sort(),
    ).toEqual(wanted);
  });

  test('bar codes of seventeen digits on labels of 63.5 mm', async () => {
    const wanted = texts(24).map((text) => `31092022${text.slice(1)}001`);
    const labels = wanted.map(
      (text) => html`<div style="padding:6mm 3mm">${code128Svg(text, { width: 57, height: 12 })}</div>`,
    );
    const [picture] = await proof.pictures(documentOf(sheetPages(LABEL_SHEETS['a4-24'], labels)));
    const found = await proof.read(picture ?? Buffer.alloc(0));
    expect(found.map((mark) => mark.text).sort()).toEqual([...wanted].sort());
    expect(new Set(found.map((mark) => mark.format))).toEqual(new Set(['code_128']));
  });

  test('millimetres are millimetres: cells, codes, the ruler', async () => {
    const near = (a: number, b: number) => expect(Math.abs(a - b)).toBeLessThan(0.15);
    for (const grid of [...Object.values(LABEL_SHEETS), ...Object.values(CARD_SHEETS)]) {
      const cells = texts(cellsPerPage(grid)).map((text) => qrSvg(text, { size: 15 }));
      const document = documentOf(sheetPages(grid, cells));
      const placed = await proof.measure(document, '.cell');
      expect(placed).toHaveLength(cellsPerPage(grid));
      placed.forEach((cell, i) => {
        near(cell.x, cellPlace(grid, i).x);
        near(cell.y, cellPlace(grid, i).y);
        near(cell.width, grid.cell.width);
        near(cell.height, grid.cell.height);
      });
    }
    const document = documentOf([testPage(LABEL_SHEETS['a4-24'], 'zh-CN')]);
    for (const ruler of await proof.measure(document, '.ruler')) near(ruler.width, 100);
    const [head] = await proof.measure(document, '.head');
    expect((head?.y ?? 0) + (head?.height ?? 99)).toBeLessThan(9);
  });

  test('the PDF is A4, one page for each of ours', async () => {
    const pages = [
      testPage(LABEL_SHEETS['a4-21'], 'zh-CN'),
      ...sheetPages(
        CARD_SHEETS['a4-cards-10'],
        texts(11).map((text) => qrSvg(text, { size: 30 })),
        {
          cutMarks: true,
        },
      ),
    ];
    const { pages: sizes } = await proof.pdf(documentOf(pages));
    expect(sizes).toEqual([
      [210, 297],
      [210, 297],
      [210, 297],
    ]);
  });
});
