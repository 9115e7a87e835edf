import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { code128Svg } from './code128.ts';
import { printDocument } from './document.ts';
import { ems, fitType } from './fit.ts';
import { CARD_SHEETS, cellPlace, cellsPerPage, type Grid, LABEL_SHEETS, placeOnPages } from './grid.ts';
import { html, Markup } from './markup.ts';
import { moduleSize, qrSvg } from './qr.ts';
import { cutMarks, sheetPages } from './sheet-pages.ts';
import { testPage } from './test-page.ts';

const grids: Grid[] = [...Object.values(LABEL_SHEETS), ...Object.values(CARD_SHEETS)];

describe.each(grids.map((grid) => [grid.id, grid] as const))('the sheet %s', (_, grid) => {
  test('fits the paper, clear of the head line and of what printers cannot reach', () => {
    const last = cellPlace(grid, cellsPerPage(grid) - 1);
    expect(grid.left).toBeGreaterThanOrEqual(4);
    expect(grid.top).toBeGreaterThanOrEqual(9);
    expect(last.x + grid.cell.width).toBeLessThanOrEqual(grid.page.width - 4);
    expect(last.y + grid.cell.height).toBeLessThanOrEqual(grid.page.height - 4);
  });

  test('is centred across within half a millimetre', () => {
    const right = cellPlace(grid, grid.columns - 1).x + grid.cell.width;
    expect(Math.abs(grid.left - (grid.page.width - right))).toBeLessThan(0.5);
  });

  test('its cells never overlap', () => {
    for (let i = 0; i < cellsPerPage(grid); i++) {
      const { x, y } = cellPlace(grid, i);
      if (i % grid.columns > 0) expect(x).toBeGreaterThanOrEqual(cellPlace(grid, i - 1).x + grid.cell.width);
      if (i >= grid.columns) {
        expect(y).toBeGreaterThanOrEqual(cellPlace(grid, i - grid.columns).y + grid.cell.height - 0.01);
      }
    }
  });
});

test('the label sheets have as many labels as their names say', () => {
  expect(Object.values(LABEL_SHEETS).map(cellsPerPage)).toEqual([65, 24, 21]);
});

describe('laying items on pages', () => {
  test('loses none, keeps the order, begins after the labels used up', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(150), fc.constantFrom(...grids), (count, skip, grid) => {
        const items = Array.from({ length: count }, (_, i) => i);
        const pages = placeOnPages(grid, items, skip);
        expect(pages.flat().map((cell) => cell.item)).toEqual(items);
        const perPage = cellsPerPage(grid);
        expect(pages).toHaveLength(count === 0 ? 0 : Math.ceil((count + (skip % perPage)) / perPage));
        const first = pages[0]?.[0];
        if (first) expect({ x: first.x, y: first.y }).toEqual(cellPlace(grid, skip % perPage));
      }),
    );
  });

  test('cut marks stand outside every cell', () => {
    const grid = CARD_SHEETS['a4-cards-10'];
    const lines = [...cutMarks(grid).text.matchAll(/M([\d.]+) ([\d.]+)([VH])([\d.]+)/g)];
    expect(lines).toHaveLength(2 * 2 * 2 + 5 * 2 * 2);
    const right = cellPlace(grid, 1).x + grid.cell.width;
    const bottom = cellPlace(grid, 9).y + grid.cell.height;
    for (const [, x, y, direction, to] of lines) {
      const outside =
        direction === 'V'
          ? Math.max(Number(y), Number(to)) < grid.top || Math.min(Number(y), Number(to)) > bottom
          : Math.max(Number(x), Number(to)) < grid.left || Math.min(Number(x), Number(to)) > right;
      expect(outside).toBe(true);
    }
  });
});

describe('markup', () => {
  test('escapes whatever is put in', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const inner = html`<b>${text}</b>`.text.slice(3, -4);
        expect(inner).not.toMatch(/[<>"']/);
      }),
    );
    expect(html`<i title="${'"x" & <y>'}">${[html`<b>1</b>`, 2, null, false, undefined]}</i>`.text).toBe(
      '<i title="&quot;x&quot; &amp; &lt;y&gt;"><b>1</b>2</i>',
    );
  });
});

describe('the document', () => {
  const job = {
    head: { area: '清源居民区', what: '试管标签 <1>', when: '2022-04-17 08:30' },
    language: 'zh-CN',
    pages: [html`<p>一</p>`, html`<p>二</p>`, html`<p>三</p>`],
  } as const;

  test('says on each page area, what, when, page n of m', () => {
    const text = printDocument(job);
    for (const [i, n] of ['第 1 页，共 3 页', '第 2 页，共 3 页', '第 3 页，共 3 页'].entries()) {
      const page = text.split('<section')[i + 1] ?? '';
      for (const part of ['清源居民区', '试管标签 &lt;1&gt;', '2022-04-17 08:30', n])
        expect(page).toContain(part);
    }
    expect(printDocument({ ...job, language: 'en' })).toContain('page 2 of 3');
  });

  test('fetches nothing', () => {
    const grid = LABEL_SHEETS['a4-24'];
    const pages = [testPage(grid, 'zh-CN'), ...sheetPages(grid, [qrSvg('A', { size: 20 })])];
    expect(printDocument({ ...job, pages })).not.toMatch(/\b(src|href)=|url\(|@import|https?:/);
  });
});

describe('codes', () => {
  test('a QR code is as large as asked, quiet zone in it', () => {
    const svg = qrSvg('PK7X2M4Q9TDC', { size: 18, label: 'PK7X' }).text;
    expect(svg).toContain('width="18mm" height="18mm" viewBox="0 0 29 29"');
    expect(svg).toContain('aria-label="PK7X"');
    expect(moduleSize('PK7X2M4Q9TDC', { size: 18 })).toBeGreaterThan(0.6);
  });

  test('a bar code has its quiet zones and takes digits in pairs', () => {
    const width = (text: string) =>
      Number(/viewBox="-10 0 (\d+)/.exec(code128Svg(text, { width: 60, height: 10 }).text)?.[1]);
    // start + 3 pairs + check + stop, 11 modules each, 2 more for the stop
    expect(width('123456')).toBe(6 * 11 + 2 + 20);
    expect(width('ABCDEF')).toBe(9 * 11 + 2 + 20);
  });

  test('type is fitted to its line', () => {
    expect(ems('王秀英')).toBe(3);
    expect(fitType('王秀英', 30, 20)).toBe(10);
    expect(fitType('1', 100, 20)).toBe(20);
    expect(fitType('', 10, 5)).toBe(5);
  });

  test('markup is not made from plain strings by accident', () => {
    expect(html`${'<svg>'}`.text).toBe('&lt;svg&gt;');
    expect(html`${new Markup('<svg>')}`.text).toBe('<svg>');
  });
});
