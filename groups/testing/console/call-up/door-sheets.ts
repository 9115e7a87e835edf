import { printDocument } from '#kernel/print/document.ts';
import { html, type Markup } from '#kernel/print/markup.ts';
import { translator } from '#kernel/ui/text.ts';
import { callUpText } from '../../messages/call-up.ts';
import { headOf, type PrintFor } from '../print/job.ts';
import type { BuildingLine, BuildingTimes } from './building-times.ts';
import { lineWords } from './chat-text.ts';
import { clock } from './clock.ts';

/** Lines on a page of A4 that are still read from a metre. */
const ROWS = 20;

/** A4 per building, to hang at its door: when which floors come. No names, no rooms. */
export function doorSheets(job: PrintFor, buildings: readonly BuildingTimes[]): string {
  const t = translator(callUpText, job.language);
  const pages = buildings.flatMap((times) => {
    const parts: BuildingLine[][] = [];
    for (let i = 0; i < times.lines.length; i += ROWS) parts.push(times.lines.slice(i, i + ROWS));
    return parts.map((lines) => sheet(job, times, lines));
  });
  return printDocument({ head: headOf(job, t('print.title')), language: job.language, pages, css: CSS });
}

function sheet(job: PrintFor, times: BuildingTimes, lines: readonly BuildingLine[]): Markup {
  const t = translator(callUpText, job.language);
  const heads = ['time', 'who', 'site', 'people'] as const;
  return html`<div class="times"><h1>${times.compound} ${times.building}</h1><p>${t('print.title')}</p>
<table><thead><tr>${heads.map((key) => html`<th>${t(`print.${key}`)}</th>`)}</tr></thead>
<tbody>${lines.map(
    (
      line,
    ) => html`<tr><td class="times-clock">${clock(line.startsAt)}</td><td>${lineWords(line, job.language)}</td>
<td>${line.site}</td><td>${line.priority ? '' : String(line.people)}</td></tr>`,
  )}</tbody></table>
${times.doors > 0 ? html`<p>${t('chat.doors', { count: times.doors })}</p>` : null}
<p>${t('chat.foot')}</p></div>`;
}

const CSS = `
.times { position: absolute; inset: 12mm 12mm 10mm; display: flex; flex-direction: column; gap: 4mm; }
.times h1 { font-size: 13mm; line-height: 1.2; }
.times p { font-size: 5.4mm; line-height: 1.5; }
.times table { width: 100%; border-collapse: collapse; font-size: 6mm; }
.times th, .times td { border-bottom: 0.3mm solid #000; padding: 1.4mm 2mm; text-align: left; }
.times-clock { font-weight: 700; white-space: nowrap; }
`;
