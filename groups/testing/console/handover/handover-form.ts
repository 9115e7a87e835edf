import { printDocument } from '#kernel/print/document.ts';
import { html, type Markup } from '#kernel/print/markup.ts';
import { translator } from '#kernel/ui/text.ts';
import type { TransportBox } from '../../contract/handover-queries.ts';
import { handoverPrintText } from '../../messages/handover-print.ts';
import { headOf, type PrintFor } from '../print/job.ts';
import { handoverWords } from './words.ts';

/** Rows of a page; what the boxes leave is empty, to be written by hand. */
const ROWS = 16;

/** What is signed where phones fail: boxes with seal, tubes and temperature, two signature lines, both times. */
export function handoverForm(job: PrintFor, boxes: readonly TransportBox[]): string {
  const t = translator(handoverPrintText, job.language);
  const words = handoverWords(job.areaId, job.language);
  const filled = boxes.map(
    ({ code, tubes, sealNumber, temperature }) =>
      [
        words.boxName(code),
        String(tubes),
        sealNumber ?? '',
        temperature === null ? '' : String(temperature),
      ] as const,
  );
  const pages: Markup[] = [];
  for (let from = 0; from === 0 || from < filled.length; from += ROWS) {
    pages.push(formPage(t, filled.slice(from, from + ROWS)));
  }
  return printDocument({ head: headOf(job, t('form.title')), language: job.language, pages, css: CSS });
}

type Translate = ReturnType<typeof translator<(typeof handoverPrintText)['messages']['zh-CN']>>;

function formPage(t: Translate, rows: readonly (readonly string[])[]): Markup {
  const blank = Array.from({ length: ROWS - rows.length }, () => ['', '', '', '']);
  return html`<div class="form"><h1>${t('form.title')}</h1>
<p class="form-to">${t('form.to')} ☐ ${t('form.courier')} ☐ ${t('form.laboratory')}<span>${t('form.date')}</span></p>
<table><thead><tr><th></th><th>${t('form.box')}</th><th>${t('form.tubes')}</th><th>${t('form.seal')}</th>
<th>${t('form.temperature')}</th><th>${t('form.counted')}</th></tr></thead>
<tbody>${[...rows, ...blank].map(
    (cells, i) => html`<tr><td>${i + 1}</td>${cells.map((cell) => html`<td>${cell}</td>`)}<td></td></tr>`,
  )}</tbody></table>
${signatures(t, 'form.giver')}${signatures(t, 'form.receiver')}
<p class="form-hint">${t('form.hint')}</p></div>`;
}

const signatures = (t: Translate, who: 'form.giver' | 'form.receiver'): Markup =>
  html`<p class="form-sign"><b>${t(who)}</b><span>${t('form.name')}</span><span>${t('form.organisation')}</span><span>${t('form.time')}</span></p>`;

const CSS = `
.form { padding: 14mm 12mm 8mm; height: 100%; display: flex; flex-direction: column; gap: 4mm; }
.form h1 { font-size: 7mm; text-align: center; }
.form-to { display: flex; gap: 6mm; font-size: 4.2mm; }
.form-to span { margin-left: auto; width: 60mm; border-bottom: 0.2mm solid #000; }
.form table { border-collapse: collapse; width: 100%; }
.form th, .form td { border: 0.2mm solid #000; height: 9mm; padding: 0 2mm; text-align: left; font-size: 4mm; }
.form th { height: 7mm; font-size: 3.6mm; }
.form td:first-child { width: 8mm; text-align: right; color: #333; }
.form-sign { display: flex; gap: 6mm; font-size: 4.2mm; line-height: 12mm; margin-top: 3mm; }
.form-sign b { width: 26mm; }
.form-sign span { flex: 1; border-bottom: 0.2mm solid #000; }
.form-hint { margin-top: auto; font-size: 3.2mm; color: #333; }
`;
