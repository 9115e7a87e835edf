import { codeOfRow, formatCode } from '#core/codes/contract.ts';
import { printDocument } from '#kernel/print/document.ts';
import { fitType } from '#kernel/print/fit.ts';
import { CARD_SHEETS } from '#kernel/print/grid.ts';
import { html, type Markup } from '#kernel/print/markup.ts';
import { qrSvg } from '#kernel/print/qr.ts';
import { sheetPages } from '#kernel/print/sheet-pages.ts';
import { translator } from '#kernel/ui/text.ts';
import { printText } from '../../messages/print.ts';
import { headOf, MARK, type PrintFor } from './job.ts';
import type { NamedPerson } from './names.ts';

/** Ten cards of a bank card's size on plain A4 with cut marks, in the order of `namedCards`. */
export function personCards(job: PrintFor, people: readonly NamedPerson[]): string {
  const t = translator(printText, job.language);
  const cards = people.map((p) => card(job, p, t('card.hint'), t('card.keep')));
  return printDocument({
    head: headOf(job, t('card.title')),
    language: job.language,
    pages: sheetPages(CARD_SHEETS['a4-cards-10'], cards, { cutMarks: true }),
    css: CSS,
  });
}

function card(job: PrintFor, person: NamedPerson, hint: string, keep: string): Markup {
  const code = codeOfRow('person', job.areaId, person.residentId);
  const address = `${person.building} ${person.room}`;
  return html`<div class="card">
<div class="card-code">${qrSvg(code, { size: 34, level: 'H' })}<p>${formatCode(code)}</p></div>
<div class="card-text"><p class="card-area"><i>${MARK.character}</i>${person.compound}</p>
<p class="card-room" style="font-size:${fitType(address, 41, 7.4)}mm">${address}</p>
<p class="card-name" style="font-size:${fitType(person.shownName, 41, 6)}mm">${person.shownName}</p>
<p class="card-hint">${hint}</p><p class="card-keep">${keep}</p></div></div>`;
}

const CSS = `
.card { display: flex; height: 100%; padding: 4mm 3.5mm 3mm 2mm; gap: 2mm; }
.card-code p { font: 600 2.9mm/4mm ui-monospace, "Noto Sans Mono", monospace; text-align: center; }
.card-text { flex: 1; min-width: 0; display: flex; flex-direction: column; white-space: nowrap; }
.card-area { font-size: 3.2mm; line-height: 5mm; overflow: hidden; }
.card-area i { font-style: normal; color: #fff; background: ${MARK.colour}; padding: 0.2mm 0.9mm; margin-right: 1.4mm; border-radius: 0.6mm; }
.card-room { font-weight: 700; line-height: 1.25; margin-top: 3mm; }
.card-name { font-weight: 600; line-height: 1.3; margin-top: 1.5mm; }
.card-hint { margin-top: auto; font-size: 3.3mm; line-height: 4.6mm; }
.card-keep { font-size: 2.6mm; line-height: 3.6mm; color: #333; }
`;
