import { printDocument } from '#kernel/print/document.ts';
import { html, type Markup } from '#kernel/print/markup.ts';
import { translator } from '#kernel/ui/text.ts';
import { whenText } from '#kernel/ui/when.ts';
import type { Summary, Transport } from '../../contract/handover-queries.ts';
import type { Board } from '../../contract/queries.ts';
import { SIGNS_AS } from '../../contract/reconcile-rows.ts';
import { FIGURES } from '../../contract/reconciliation.ts';
import { handoverText } from '../../messages/handover.ts';
import { handoverPrintText } from '../../messages/handover-print.ts';
import { headOf, type PrintFor } from '../print/job.ts';
import { boxPart } from './box-part.ts';
import { differencePart } from './difference-part.ts';
import { signaturesNow, stateOf } from './state.ts';

export interface SummaryData {
  readonly board: Board;
  readonly transport: Transport;
  readonly summary: Summary;
}

/** As many lines as an A4 holds beside the rest; what does not fit is counted. */
const MOST_LANES = 14;
const MOST_MISSED = 60;

/** One A4 of a round: scope, figures, differences and their settlement, boxes, the missed, two signatures. */
export function summarySheet(job: PrintFor, data: SummaryData): string {
  const t = translator(handoverPrintText, job.language);
  const { round } = data.board;
  const page = html`<div class="sum"><h1>${t('sum.title')}<small>${round.name} · ${editionOf(job, data.summary)}</small></h1>
${aboutPart(job, data.board)}
${lanePart(job, data.board)}
<h2>${t('sum.differences')}</h2>${differencePart(job, data.summary)}
<h2>${t('sum.boxes')}</h2>${boxPart(job, data.transport)}
<h2>${t('sum.missed')}</h2>${missedPart(job, data.board)}
${signPart(job, data.summary)}</div>`;
  return printDocument({
    head: headOf(job, t('sum.title')),
    language: job.language,
    pages: [page],
    css: CSS,
  });
}

/** Which version this print is of, and whether it is signed. */
function editionOf({ language }: PrintFor, summary: Summary): string {
  const t = translator(handoverText, language);
  const { key } = stateOf(summary);
  const state = t(key, { edition: summary.edition });
  return key === 'summary.draft' ? `${t('summary.edition', { edition: summary.edition })} · ${state}` : state;
}

function aboutPart({ language }: PrintFor, { round, buildings, coverage, people, total }: Board): Markup {
  const t = translator(handoverPrintText, language);
  const compounds = new Map<string, number>();
  for (const { compound } of buildings) compounds.set(compound, (compounds.get(compound) ?? 0) + 1);
  const scope = [...compounds].map(([compound, count]) => t('sum.buildings', { compound, count }));
  const mode = round.mode === 'single' ? t('sum.single') : t('sum.pooled', { ratio: round.poolRatio });
  const until = round.closedAt === null ? t('sum.running') : whenText(round.closedAt, language);
  const time = `${round.openedAt === null ? '' : whenText(round.openedAt, language)} – ${until}`;
  const { expected, missed, away, exempt } = coverage;
  const numbers = { people, samples: total.inTubes, expected, missed, away, exempt };
  return html`<p><b>${t('sum.scope')}</b> ${scope.join('、')}　<b>${t('sum.mode')}</b> ${mode}　<b>${t('sum.time')}</b> ${time}</p>
<p>${t('sum.people', numbers)}</p>`;
}

function lanePart({ language }: PrintFor, { sites, total }: Board): Markup {
  const t = translator(handoverPrintText, language);
  const lanes = sites.flatMap((site) =>
    site.lanes.map((lane) => ({ name: `${site.name} ${lane.name}`, figures: lane.figures })),
  );
  const rows = lanes.length > MOST_LANES ? sites.map(({ name, figures }) => ({ name, figures })) : lanes;
  const line = (name: string, figures: Board['total'], style = ''): Markup =>
    html`<tr class="${style}"><th>${name}</th>${FIGURES.map((figure) => html`<td>${figures[figure]}</td>`)}</tr>`;
  return html`<table class="numbers"><thead><tr><th>${t('sum.lane')}</th>${FIGURES.map((figure) => html`<th>${t(`sum.${figure}`)}</th>`)}</tr></thead>
<tbody>${rows.map(({ name, figures }) => line(name, figures))}${line(t('sum.total'), total, 'total')}</tbody></table>`;
}

function missedPart({ language }: PrintFor, { buildings }: Board): Markup {
  const t = translator(handoverPrintText, language);
  const missed = buildings.filter((building) => building.missed > 0);
  if (missed.length === 0) return html`<p>${t('sum.nobody-missed')}</p>`;
  const shown = missed
    .slice(0, MOST_MISSED)
    .map(({ building, missed: n, expected }) => t('sum.missed-row', { building, missed: n, expected }));
  const more = missed.length - shown.length;
  return html`<p class="missed">${shown.join('　')}${more > 0 ? `　${t('sum.more', { count: more })}` : ''}</p>`;
}

function signPart({ language }: PrintFor, summary: Summary): Markup {
  const t = translator(handoverPrintText, language);
  const now = signaturesNow(summary);
  const place = (as: (typeof SIGNS_AS)[number]): Markup => {
    const signed = now.find(({ signsAs }) => signsAs === as);
    const said = signed
      ? t('sum.signed-by', { name: signed.byName ?? '', time: whenText(signed.at, language) })
      : '';
    return html`<div><b>${t(`sum.${as}`)}</b><span>${t('sum.sign-here')}</span><small>${said}</small></div>`;
  };
  return html`<div class="signs">${SIGNS_AS.map(place)}</div>
<p class="hash">${summary.hash}</p>`;
}

const CSS = `
.sum { padding: 11mm 10mm 7mm; height: 100%; display: flex; flex-direction: column; gap: 1.6mm; font-size: 3mm; line-height: 1.45; }
.sum h1 { font-size: 5.6mm; line-height: 1.2; }
.sum h1 small { float: right; font-size: 3.2mm; font-weight: 600; line-height: 6.6mm; }
.sum h2 { font-size: 3.5mm; margin-top: 1mm; border-bottom: 0.3mm solid #000; }
.sum table { border-collapse: collapse; width: 100%; }
.sum th, .sum td { border: 0.15mm solid #777; padding: 0.3mm 1.2mm; text-align: left; font-size: 2.8mm; font-weight: 400; }
.sum thead th { font-weight: 600; background: #eee; }
.sum .numbers td, .sum .numbers thead th:not(:first-child) { text-align: right; }
.sum .total > * { font-weight: 700; }
.sum ul { padding-left: 4.5mm; font-size: 2.8mm; }
.sum .open { font-weight: 700; }
.sum .missed { font-size: 2.8mm; }
.sum .signs { display: flex; gap: 12mm; margin-top: auto; padding-top: 4mm; }
.sum .signs div { flex: 1; display: grid; grid-template-columns: auto 1fr; column-gap: 3mm; font-size: 3.4mm; line-height: 9mm; }
.sum .signs span { border-bottom: 0.2mm solid #000; color: #555; font-size: 2.8mm; }
.sum .signs small { grid-column: 1 / -1; font-size: 2.8mm; line-height: 4.5mm; min-height: 4.5mm; }
.sum .hash { font: 2mm/2.6mm ui-monospace, "Noto Sans Mono", monospace; color: #555; }
`;
