import { formatCode, shortTube } from '#core/codes/contract.ts';
import { code128Svg } from '#kernel/print/code128.ts';
import { printDocument } from '#kernel/print/document.ts';
import { fitType } from '#kernel/print/fit.ts';
import { type Grid, LABEL_SHEETS, type LabelSheetId } from '#kernel/print/grid.ts';
import { html, type Markup } from '#kernel/print/markup.ts';
import { qrSvg } from '#kernel/print/qr.ts';
import { sheetPages } from '#kernel/print/sheet-pages.ts';
import { testPage } from '#kernel/print/test-page.ts';
import { translator } from '#kernel/ui/text.ts';
import { printText } from '../../messages/print.ts';
import { headOf, type PrintFor } from './job.ts';

export interface TubeLabels {
  /** Of our own series (`nextTubeCodes`) or a laboratory's, as they are. */
  readonly codes: readonly string[];
  readonly series: 'own' | 'lab';
  /** Where they will be used, e.g. `2号点 · 3台`; empty when that is open. */
  readonly where: string;
  /** Persons a tube holds; 1: single. */
  readonly ratio: number;
  readonly sheet: LabelSheetId;
  /** Labels used up on the first sheet. */
  readonly skip: number;
  /** Labels per tube, one beside the other: tube, paper list, lab form. */
  readonly copies: number;
}

/** Our series as QR codes, which phones read best; a laboratory's as Code 128, which its own readers expect. */
export function tubeLabels(job: PrintFor, labels: TubeLabels): string {
  const t = translator(printText, job.language);
  const grid: Grid = LABEL_SHEETS[labels.sheet];
  const words = {
    ratio: labels.ratio === 1 ? t('tube.single') : t('tube.ratio', { ratio: labels.ratio }),
    people: t('tube.people'),
    time: t('tube.time'),
  };
  const cells = labels.codes.flatMap((code) => {
    const one =
      labels.series === 'own'
        ? ownLabel(grid, code, labels.where, words)
        : labLabel(grid, code, labels.where, words);
    return Array.from({ length: labels.copies }, () => one);
  });
  return printDocument({
    head: headOf(job, t('tube.title')),
    language: job.language,
    pages: sheetPages(grid, cells, { skip: labels.skip }),
    css: CSS,
  });
}

/** Frames of the sheet and a ruler, before label sheets are spent. */
export function tubeTestPage(job: PrintFor, sheet: LabelSheetId): string {
  const t = translator(printText, job.language);
  const pages = [testPage(LABEL_SHEETS[sheet], job.language)];
  return printDocument({ head: headOf(job, t('tube.title')), language: job.language, pages });
}

interface Words {
  readonly ratio: string;
  readonly people: string;
  readonly time: string;
}

/** Below this height there is no room for the lines that are filled in by hand. */
const ROOMY = 30;

function ownLabel(grid: Grid, code: string, where: string, words: Words): Markup {
  const roomy = grid.cell.height >= ROOMY;
  const size = roomy ? 25 : 17;
  const room = grid.cell.width - size - 4;
  const short = shortTube(code);
  const cut = short.lastIndexOf('-');
  const [series, number] = [short.slice(0, cut), short.slice(cut + 1)];
  return html`<div class="tube">${qrSvg(code, { size, level: 'H' })}<div class="tube-text">
<p class="tube-series" style="font-size:${fitType(series, room, roomy ? 5 : 3.6)}mm">${series}</p>
<p class="tube-number" style="font-size:${fitType(number, room, roomy ? 9 : 6.4)}mm">${number}</p>
${whereLine(where, words, room)}
${roomy ? byHand(words) : null}<p class="tube-code" style="font-size:${fitType(formatCode(code), room, 2.4)}mm">${formatCode(code)}</p></div></div>`;
}

function labLabel(grid: Grid, code: string, where: string, words: Words): Markup {
  const roomy = grid.cell.height >= ROOMY;
  const width = grid.cell.width - 2;
  return html`<div class="tube-bar">${code128Svg(code, { width, height: roomy ? 13 : 9 })}
<p class="tube-digits" style="font-size:${fitType(code, width - 4, roomy ? 4.2 : 3)}mm">${code}</p>
${whereLine(where, words, width - 4)}${roomy ? byHand(words) : null}</div>`;
}

function whereLine(where: string, words: Words, width: number): Markup {
  const line = [where, words.ratio].filter(Boolean).join(' · ');
  return html`<p class="tube-line" style="font-size:${fitType(line, width, 2.5)}mm">${line}</p>`;
}

const byHand = (words: Words): Markup =>
  html`<p class="tube-hand">${words.people}<u></u>${words.time}<u></u></p>`;

const CSS = `
.tube { display: flex; height: 100%; align-items: center; padding: 0 1.5mm 0 0.5mm; gap: 1mm; }
.tube-text { flex: 1; min-width: 0; white-space: nowrap; overflow: hidden; }
.tube-series { font-weight: 600; line-height: 1.15; }
.tube-number { font-weight: 700; line-height: 1.1; }
.tube-line { line-height: 1.35; overflow: hidden; }
.tube-code { font-family: ui-monospace, "Noto Sans Mono", monospace; line-height: 1.3; }
.tube-hand { font-size: 2.5mm; line-height: 4.6mm; display: flex; align-items: flex-end; }
.tube-hand u { flex: 1; border-bottom: 0.15mm solid #000; margin: 0 1mm 0.8mm 0.6mm; }
.tube-bar { height: 100%; padding: 1mm; display: flex; flex-direction: column; justify-content: center; white-space: nowrap; }
.tube-bar p { text-align: center; }
.tube-digits { font-weight: 600; line-height: 1.3; letter-spacing: 0.02em; }
.tube-bar .tube-hand { padding: 0 3mm; }
`;
