import { printDocument } from '#kernel/print/document.ts';
import { fitType } from '#kernel/print/fit.ts';
import { html, type Markup } from '#kernel/print/markup.ts';
import type { Language } from '#kernel/ui/language.ts';
import { type Translate, translator } from '#kernel/ui/text.ts';
import type { EvacuationView } from '../../contract/visit-queries.ts';
import { evacuationText } from '../../messages/evacuation.ts';
import type zh from '../../messages/evacuation.zh-CN.ts';
import { type EvacuationRow, sumsOf } from './evacuation-rows.ts';

/** Rows of a page, large enough for a torch in a stairwell. */
const ROWS = 28;

export interface EvacuationPrint {
  readonly view: EvacuationView;
  readonly rows: readonly EvacuationRow[];
  readonly area: string;
  /** Who prints: stands all over the page, for the names on it. */
  readonly who: string;
  /** As people read it. */
  readonly when: string;
  readonly language: Language;
}

/** The building's list on A4 with a box to tick before each: those who should be inside, then the others for the record. */
export function evacuationPaper(print: EvacuationPrint): string {
  const { view, rows, area, who, when, language } = print;
  const t = translator(evacuationText, language);
  const building = `${view.compound} ${view.building}`;
  const pages: Markup[] = [];
  for (let from = 0; from === 0 || from < rows.length; from += ROWS) {
    pages.push(page(t, building, view, rows.slice(from, from + ROWS)));
  }
  return printDocument({
    head: { area, what: `${building} ${t('title')}`, when },
    language,
    pages,
    css: CSS,
    watermark: `${area} ${who} ${when}`,
  });
}

type Words = Translate<typeof zh>;

const HEADS = ['tick', 'room', 'name', 'state', 'remark'] as const;

function page(t: Words, building: string, view: EvacuationView, rows: readonly EvacuationRow[]): Markup {
  return html`<div class="evac"><h1>${building} ${t('title')}</h1>
<p class="evac-sums"><b>${t('print.counts', sumsOf(view))}</b></p>
<table><colgroup><col style="width:12mm"><col style="width:34mm"><col style="width:36mm"><col style="width:22mm"><col></colgroup>
<thead><tr>${HEADS.map((head) => html`<th>${t(`table.${head}`)}</th>`)}</tr></thead>
<tbody>${rows.map((row) => line(t, row))}</tbody></table>
<p class="evac-foot"><span>${t('print.help')}</span><span>${t('print.signed')}</span><span>${t('print.time')}</span></p>
<p class="evac-care">${t('lead')}</p></div>`;
}

function line(t: Words, row: EvacuationRow): Markup {
  const inside = row.state === 'home' || row.state === 'visit' || row.state === 'holder';
  const mark = row.needsHelp && inside ? '▲ ' : '';
  return html`<tr${inside ? null : html` class="not-inside"`}><td>${inside ? html`<i class="box"></i>` : null}</td>
<td style="font-size:${fitType(row.room, 31, 4.6)}mm">${row.room}</td>
<td style="font-size:${fitType(mark + row.name, 33, 4.6)}mm">${mark}${row.name}</td>
<td>${t(`state.${row.state}`)}</td><td>${row.remark}</td></tr>`;
}

const CSS = `
.evac { padding: 12mm 8mm 6mm; height: 100%; display: flex; flex-direction: column; gap: 2mm; }
.evac h1 { font-size: 6.4mm; }
.evac-sums { font-size: 4mm; }
.evac table { border-collapse: collapse; width: 100%; table-layout: fixed; }
.evac th, .evac td { border: 0.2mm solid #000; padding: 0 1.4mm; text-align: left; overflow: hidden; white-space: nowrap; }
.evac th { font-size: 3.4mm; height: 6mm; }
.evac td { font-size: 3.8mm; height: 8mm; }
.evac tr.not-inside td { color: #555; font-size: 3.4mm; }
.evac .box { display: block; width: 5mm; height: 5mm; border: 0.4mm solid #000; margin: auto; }
.evac-foot { display: grid; grid-template-columns: 1fr 2fr 2fr; font-size: 4mm; padding-top: 2mm; }
.evac-foot span { border-bottom: 0.2mm solid #000; padding-bottom: 1mm; margin-right: 4mm; }
.evac-foot span:first-child { border: 0; }
.evac-care { margin-top: auto; font-size: 3mm; }
`;
