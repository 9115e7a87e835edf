import { boxCode, formatCode } from '#core/codes/contract.ts';
import { printDocument } from '#kernel/print/document.ts';
import { CARD_SHEETS } from '#kernel/print/grid.ts';
import { html, type Markup } from '#kernel/print/markup.ts';
import { qrSvg } from '#kernel/print/qr.ts';
import { sheetPages } from '#kernel/print/sheet-pages.ts';
import { translator } from '#kernel/ui/text.ts';
import { printText } from '../../messages/print.ts';
import { headOf, MARK, type PrintFor } from './job.ts';

/** Transport boxes are used round after round: one label for each side of each box, the number large. */
export function boxLabels(job: PrintFor, numbers: readonly number[]): string {
  const t = translator(printText, job.language);
  const cells = numbers.map((number) => label(job, number, t('box.name'), t('box.upright')));
  return printDocument({
    head: headOf({ ...job, round: null }, t('box.title')),
    language: job.language,
    pages: sheetPages(CARD_SHEETS['a4-large-2'], cells, { cutMarks: true }),
    css: CSS,
  });
}

function label(job: PrintFor, number: number, name: string, upright: string): Markup {
  const code = boxCode(job.areaId, number);
  return html`<div class="box"><div class="box-text"><p class="box-area"><i>${MARK.character}</i>${job.areaName}</p>
<p class="box-name">${name}</p><p class="box-number">${number}</p><p class="box-up">↑↑ ${upright}</p></div>
<div class="box-code">${qrSvg(code, { size: 84, level: 'H' })}<p>${formatCode(code)}</p></div></div>`;
}

const CSS = `
.box { display: flex; height: 100%; padding: 6mm; gap: 4mm; }
.box-text { flex: 1; min-width: 0; display: flex; flex-direction: column; white-space: nowrap; }
.box-area { font-size: 6mm; line-height: 9mm; }
.box-area i { font-style: normal; color: #fff; background: ${MARK.colour}; padding: 0.4mm 1.6mm; margin-right: 2.4mm; border-radius: 1mm; }
.box-name { font-size: 13mm; line-height: 1.3; font-weight: 600; margin-top: 8mm; }
.box-number { font-size: 40mm; line-height: 1.05; font-weight: 700; }
.box-up { margin-top: auto; font-size: 6.4mm; line-height: 9mm; }
.box-code { display: flex; flex-direction: column; justify-content: center; }
.box-code p { font: 600 6.4mm/9mm ui-monospace, "Noto Sans Mono", monospace; text-align: center; }
`;
