import { printDocument } from '#kernel/print/document.ts';
import { html, type Markup } from '#kernel/print/markup.ts';
import { translator } from '#kernel/ui/text.ts';
import type { SupplyLine } from '../../contract/supply-queries.ts';
import { supplyText } from '../../messages/supply.ts';
import { kindWords } from '../../messages/supply-words.ts';
import { headOf, type PrintFor } from '../print/job.ts';

/** Empty rows for what nobody has thought of. */
const BLANK_ROWS = 5;
const HEADS = ['kind', 'needed', 'issued', 'received', 'left', 'returned', 'note'] as const;

/** A page for each lane: what it needs and was given, with room to write what it received, has left and returns. */
export function laneSheets(job: PrintFor, lines: readonly SupplyLine[]): string {
  const t = translator(supplyText, job.language);
  const lanes = new Map<string, SupplyLine[]>();
  for (const line of lines) lanes.set(line.laneId, [...(lanes.get(line.laneId) ?? []), line]);
  const row = (name: string, needed: string, issued: string): Markup =>
    html`<tr><td>${name}</td><td>${needed}</td><td>${issued}</td><td></td><td></td><td></td><td></td></tr>`;
  const pages = [...lanes.values()].map((own) => {
    const [first] = own;
    return html`<div class="supply"><h1>${`${first?.site ?? ''} ${first?.lane ?? ''}`}</h1>
<table><thead><tr>${HEADS.map((key) => html`<th>${t(key)}</th>`)}</tr></thead>
<tbody>${own.map((line) => row(kindWords(t, line), String(line.needed ?? ''), line.issued > 0 ? String(line.issued) : ''))}
${Array.from({ length: BLANK_ROWS }, () => row('', '', ''))}</tbody></table>
<p class="supply-sign"><b>${t('sheet-signed')}</b><span></span><b>${t('at')}</b><span></span></p>
<p class="supply-hint">${t('sheet-hint')}</p></div>`;
  });
  return printDocument({ head: headOf(job, t('title')), language: job.language, pages, css: CSS });
}

const CSS = `
.supply { padding: 14mm 12mm 8mm; height: 100%; display: flex; flex-direction: column; gap: 5mm; }
.supply h1 { font-size: 9mm; line-height: 12mm; }
.supply table { border-collapse: collapse; width: 100%; table-layout: fixed; }
.supply th, .supply td { border: 0.2mm solid #000; padding: 0 2mm; text-align: right; height: 11mm; font-size: 4.4mm; overflow: hidden; }
.supply th:first-child, .supply td:first-child { text-align: left; width: 40mm; }
.supply th { height: 8mm; font-size: 3.6mm; }
.supply-sign { display: flex; gap: 4mm; font-size: 4.4mm; line-height: 12mm; }
.supply-sign span { flex: 1; border-bottom: 0.2mm solid #000; }
.supply-hint { margin-top: auto; font-size: 3.4mm; line-height: 5mm; color: #333; }
`;
