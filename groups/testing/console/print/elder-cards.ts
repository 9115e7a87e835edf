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

/** Two cards of half a page each: what an elder and a helper can read at arm's length, a code that an old phone takes. */
export function elderCards(job: PrintFor, people: readonly NamedPerson[]): string {
  const t = translator(printText, job.language);
  const cards = people.map((person) =>
    card(job, person, person.fullName ?? person.shownName, t('elder.hint')),
  );
  return printDocument({
    head: headOf(job, t('elder.title')),
    language: job.language,
    pages: sheetPages(CARD_SHEETS['a4-large-2'], cards, { cutMarks: true }),
    css: CSS,
  });
}

function card(job: PrintFor, person: NamedPerson, name: string, hint: string): Markup {
  const code = codeOfRow('person', job.areaId, person.residentId);
  const address = `${person.building} ${person.room}`;
  return html`<div class="elder">
<div class="elder-text"><p class="elder-area"><i>${MARK.character}</i>${person.compound}</p>
<p class="elder-name" style="font-size:${fitType(name, 86, 24)}mm">${name}</p>
<p class="elder-room" style="font-size:${fitType(address, 86, 18)}mm">${address}</p>
<p class="elder-hint">${hint}</p></div>
<div class="elder-code">${qrSvg(code, { size: 82, level: 'H' })}<p>${formatCode(code)}</p></div></div>`;
}

const CSS = `
.elder { display: flex; height: 100%; padding: 6mm 4mm 6mm 6mm; gap: 4mm; align-items: stretch; }
.elder-text { flex: 1; min-width: 0; display: flex; flex-direction: column; }
.elder-area { font-size: 7mm; line-height: 10mm; }
.elder-area i { font-style: normal; color: #fff; background: ${MARK.colour}; padding: 0.4mm 1.8mm; margin-right: 2.6mm; border-radius: 1mm; }
.elder-name { font-weight: 700; line-height: 1.3; margin-top: 8mm; white-space: nowrap; }
.elder-room { font-weight: 700; line-height: 1.3; margin-top: 4mm; white-space: nowrap; }
.elder-hint { margin-top: auto; font-size: 7.4mm; line-height: 10.5mm; }
.elder-code { display: flex; flex-direction: column; justify-content: center; }
.elder-code p { font: 600 6.4mm/9mm ui-monospace, "Noto Sans Mono", monospace; text-align: center; }
`;
