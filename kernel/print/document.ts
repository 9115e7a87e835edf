import type { Language } from '../ui/language.ts';
import { currentSession } from '../ui/session.ts';
import { translator } from '../ui/text.ts';
import { A4 } from './grid.ts';
import { html, Markup } from './markup.ts';
import { text } from './messages/index.ts';
import { practiceMark } from './practice-mark.ts';
import { watermark } from './watermark.ts';

/** What every print says in its head line: whose, what, when. */
export interface PrintHead {
  readonly area: string;
  readonly what: string;
  /** As people read it, e.g. `2022-04-17 08:30`. */
  readonly when: string;
}

export interface PrintJob {
  readonly head: PrintHead;
  readonly language: Language;
  /** Bodies of pages; the head line with the page number is laid over each. */
  readonly pages: readonly Markup[];
  /** Styles of what stands on the pages. */
  readonly css?: string;
  /** Who printed it, when and where, all over each page; for what must not travel unnamed. */
  readonly watermark?: string;
  /** Default: A4 upright. */
  readonly page?: { readonly width: number; readonly height: number };
}

/**
 * A whole HTML document that prints in real millimetres: one `section` per page, no margins of the browser's own.
 * Nothing is fetched: styles, codes and pictures are inside. What is printed in a practice area says so all over.
 */
export function printDocument(job: PrintJob): string {
  const t = translator(text, job.language);
  const { area, what, when } = job.head;
  const page = job.page ?? A4;
  const practises = Boolean(currentSession()?.practisesFor);
  const pages = job.pages.map(
    (body, i) => html`<section class="page">
<p class="head"><b>${area}</b><span>${what}</span><span>${when}</span><span>${t('page', { n: String(i + 1), m: String(job.pages.length) })}</span></p>
${body}
${job.watermark === undefined ? null : watermark(page, i, job.watermark)}
${practises ? practiceMark(page, i, t('practice')) : null}
</section>`,
  );
  return html`<!doctype html>
<html lang="${job.language}"><head><meta charset="utf-8"><title>${`${what} ${area} ${when}`}</title>
<style>${new Markup(baseCss(page) + (job.css ?? ''))}</style></head>
<body>${pages}</body></html>`.text;
}

const FONTS =
  '"PingFang SC", "HarmonyOS Sans SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", system-ui, sans-serif';

const baseCss = ({ width, height }: { width: number; height: number }): string => `
@page { size: ${width}mm ${height}mm; margin: 0; }
* { box-sizing: border-box; margin: 0; padding: 0; }
html { font-family: ${FONTS}; color: #000; background: #fff; font-variant-numeric: tabular-nums;
  -webkit-print-color-adjust: exact; print-color-adjust: exact; }
.page { position: relative; width: ${width}mm; height: ${height}mm; overflow: hidden; break-after: page; break-inside: avoid; }
.page:last-child { break-after: auto; }
.head { position: absolute; z-index: 1; left: 8mm; right: 8mm; top: 4.6mm; height: 4mm; font-size: 2.8mm; line-height: 4mm;
  display: flex; gap: 4mm; white-space: nowrap; overflow: hidden; }
.head span:last-child { margin-left: auto; }
.cell { position: absolute; overflow: hidden; }
.code { display: block; flex: none; }
@media screen { html { background: #ddd; } .page { background: #fff; margin: 4mm auto; } }
`;
