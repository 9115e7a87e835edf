import { codeOfRow } from '#core/codes/contract.ts';
import { printDocument } from '#kernel/print/document.ts';
import { fitType } from '#kernel/print/fit.ts';
import { html, type Markup } from '#kernel/print/markup.ts';
import { qrSvg } from '#kernel/print/qr.ts';
import { translator } from '#kernel/ui/text.ts';
import { printText } from '../../messages/print.ts';
import { headOf, type PrintFor } from './job.ts';
import type { NamedPerson } from './names.ts';

/** Rows of a page of the pre-filled list: as many as leave a code of 11 mm room. */
const LISTED_ROWS = 22;

/** One page of a building's list. */
export interface ListedPage {
  readonly building: string;
  readonly rows: readonly NamedPerson[];
}

/** Pages begin anew with each building, so that a floor helper carries only his own. */
export function listedPages(people: readonly NamedPerson[]): ListedPage[] {
  const pages: { building: string; rows: NamedPerson[] }[] = [];
  for (const person of people) {
    const building = `${person.compound} ${person.building}`;
    const last = pages.at(-1);
    if (last?.building === building && last.rows.length < LISTED_ROWS) last.rows.push(person);
    else pages.push({ building, rows: [person] });
  }
  return pages;
}

/**
 * A round's people on paper, each with the person's code to scan the row back in. One line per person: time and tube
 * are written by hand; an empty tube means the same as above.
 * @param title what the list is called where it is of some of the round's people only
 */
export function listedPaper(job: PrintFor, pages: readonly ListedPage[], title?: string): string {
  const t = translator(printText, job.language);
  const heads = ['room', 'name', 'code', 'time', 'tube', 'remark'] as const;
  const body = pages.map(
    ({ building, rows }) => html`<div class="paper">${signLine(t, building)}
<table><colgroup><col style="width:28mm"><col style="width:34mm"><col style="width:14mm"><col style="width:24mm"><col style="width:48mm"><col></colgroup>
<thead><tr>${heads.map((key) => html`<th>${t(`paper.${key}`)}</th>`)}</tr></thead>
<tbody>${rows.map((person) => listedRow(job, person))}</tbody></table>
<p class="paper-hint">${t('paper.listed-hint')}</p></div>`,
  );
  return printDocument({
    head: headOf(job, title ?? t('paper.listed')),
    language: job.language,
    pages: body,
    css: CSS,
  });
}

function listedRow(job: PrintFor, person: NamedPerson): Markup {
  const code = codeOfRow('person', job.areaId, person.residentId);
  return html`<tr class="listed"><td style="font-size:${fitType(person.room, 26, 5)}mm">${person.room}</td>
<td style="font-size:${fitType(person.shownName, 32, 4.4)}mm">${person.shownName}</td>
<td class="paper-code">${qrSvg(code, { size: 11, level: 'M' })}</td><td></td><td></td><td></td></tr>`;
}

/** A block of rows for one tube; how many fit on a page follows from the ratio. */
export interface BlankPage {
  readonly where: string;
  readonly blocks: number;
  readonly rows: number;
}

/** Room for rows on a page, and what the head of a block takes, in rows. */
const BLANK_ROWS = 25;
const BLOCK_HEAD = 2;

/** @param ratio persons in a tube; single samples stand in one block with a tube in every row */
export function blankPages(wheres: readonly string[], ratio: number, copies: number): BlankPage[] {
  const blocks = ratio === 1 ? 1 : Math.max(1, Math.floor(BLANK_ROWS / (ratio + BLOCK_HEAD)));
  const rows = ratio === 1 ? BLANK_ROWS - BLOCK_HEAD : ratio;
  return wheres.flatMap((where) => Array.from({ length: copies }, () => ({ where, blocks, rows })));
}

/** Empty lists for a lane: whoever comes is written down, tube by tube. */
export function blankPaper(job: PrintFor, ratio: number, pages: readonly BlankPage[]): string {
  const t = translator(printText, job.language);
  const heads = ['address', 'name', 'last-four', 'time', ratio === 1 ? 'tube' : 'remark'] as const;
  const block = (rows: number): Markup => html`<div class="paper-block">
${ratio === 1 ? null : html`<p class="paper-tube"><b>${t('paper.tube-label')}</b><span>${t('paper.closed-at')}</span></p>`}
<table><colgroup><col style="width:8mm"><col style="width:44mm"><col style="width:40mm"><col style="width:32mm"><col style="width:24mm"><col></colgroup>
<thead><tr><th></th>${heads.map((key) => html`<th>${t(`paper.${key}`)}</th>`)}</tr></thead>
<tbody>${Array.from({ length: rows }, (_, i) => html`<tr class="blank"><td>${i + 1}</td><td></td><td></td><td></td><td></td><td></td></tr>`)}</tbody></table></div>`;
  const body = pages.map(
    ({ where, blocks, rows }) => html`<div class="paper">${signLine(t, where)}
${Array.from({ length: blocks }, () => block(rows))}
<p class="paper-hint">${t('paper.blank-hint')}</p></div>`,
  );
  return printDocument({
    head: headOf(job, t('paper.blank')),
    language: job.language,
    pages: body,
    css: CSS,
  });
}

type Translate = ReturnType<typeof translator<(typeof printText)['messages']['zh-CN']>>;

const signLine = (t: Translate, where: string): Markup =>
  html`<p class="paper-sign"><b>${where}</b><span>${t('paper.day')}</span><span>${t('paper.sampler')}</span><span>${t('paper.recorder')}</span></p>`;

const CSS = `
.paper { padding: 12mm 8mm 6mm; height: 100%; display: flex; flex-direction: column; gap: 2.4mm; }
.paper-sign { display: flex; gap: 4mm; font-size: 3.6mm; line-height: 7mm; white-space: nowrap; }
.paper-sign b { font-size: 5.2mm; flex: 1; overflow: hidden; }
.paper-sign span { width: 34mm; border-bottom: 0.2mm solid #000; }
.paper table { border-collapse: collapse; width: 100%; table-layout: fixed; }
.paper th, .paper td { border: 0.2mm solid #000; padding: 0 1mm; text-align: left; overflow: hidden; white-space: nowrap; }
.paper th { font-size: 3.4mm; height: 6mm; font-weight: 600; }
.paper tr.listed td { height: 11.2mm; font-weight: 600; }
.paper tr.blank td { height: 9.4mm; }
.paper tr.blank td:first-child { text-align: right; font-size: 3.2mm; }
.paper .paper-code { padding: 0.1mm; }
.paper-tube { display: flex; gap: 6mm; font-size: 4mm; line-height: 12mm; height: 12mm; border: 0.2mm solid #000; border-bottom: 0; padding: 0 2mm; }
.paper-tube b { flex: 1; }
.paper-tube span { width: 50mm; }
.paper-hint { margin-top: auto; font-size: 3mm; line-height: 4mm; color: #333; }
`;
