import { formatPlate } from '#core/codes/contract.ts';
import { printDocument } from '#kernel/print/document.ts';
import { fitType } from '#kernel/print/fit.ts';
import { CARD_SHEETS } from '#kernel/print/grid.ts';
import { html, type Markup } from '#kernel/print/markup.ts';
import { qrSvg } from '#kernel/print/qr.ts';
import { sheetPages } from '#kernel/print/sheet-pages.ts';
import type { Language } from '#kernel/ui/language.ts';
import { translator } from '#kernel/ui/text.ts';
import { toLocalInput } from '#kernel/ui/when.ts';
import type { SignedPass } from '../contract/queries.ts';
import type { PassKind } from '../contract/rows.ts';
import { linkOf } from '../domain/link.ts';
import { consoleText } from '../messages/console.ts';
import { gateText } from '../messages/gate.ts';

export const LAYOUTS = ['card', 'lanyard', 'sheet'] as const;
export type Layout = (typeof LAYOUTS)[number];

export interface PapersFor {
  readonly areaName: string;
  /** Where the holder's phone finds this house, for the link of a phone pass, e.g. `https://192.168.1.8:8443`. */
  readonly origin: string;
  /** As people read it. */
  readonly when: string;
  readonly language: Language;
}

/** Seen from afar: each kind has its colour, its word, and a frame of its own. */
const COLOURS: Readonly<Record<PassKind, string>> = {
  resident: '#1d4f6e',
  volunteer: '#b0261b',
  worker: '#a34608',
  courier: '#7a5a00',
  visitor: '#1f6b3a',
  vehicle: '#4a2f7a',
};

/** Passes on A4: ten cards, two lanyards, or one on a page. */
export function passPapers(job: PapersFor, passes: readonly SignedPass[], layout: Layout): string {
  const t = translator(consoleText, job.language);
  const cells = passes.map((pass) => paper(job, pass, layout));
  const pages =
    layout === 'sheet'
      ? cells
      : sheetPages(CARD_SHEETS[layout === 'card' ? 'a4-cards-10' : 'a4-large-2'], cells, { cutMarks: true });
  return printDocument({
    head: { area: job.areaName, what: t('print.title'), when: job.when },
    language: job.language,
    pages,
    css: CSS,
  });
}

/** Millimetres: the QR code's edge, and what a line of text has. */
const SIZES = {
  card: { code: 40, line: 36, name: 6, kind: 5 },
  lanyard: { code: 80, line: 88, name: 14, kind: 26 },
  sheet: { code: 110, line: 170, name: 22, kind: 44 },
} as const satisfies Record<Layout, object>;

function paper(job: PapersFor, pass: SignedPass, layout: Layout): Markup {
  const t = translator(consoleText, job.language);
  const onPhone = pass.form === 'phone';
  const named = translator(gateText, job.language)(`passes.kind.${pass.kind}`);
  // What is scanned once opens no gate, and must not be taken for what does.
  const kind = onPhone ? `${named} · ${t('print.claim')}` : named;
  const size = SIZES[layout];
  const code = onPhone ? linkOf(job.origin, pass) : pass.text;
  const name = pass.plate === null ? pass.holder : formatPlate(pass.plate);
  const place = pass.plate === null ? (pass.place ?? '') : pass.holder === pass.plate ? '' : pass.holder;
  const where = pass.compounds.length === 0 ? '' : t('print.where', { places: pass.compounds.join('、') });
  const until = t('print.until', { until: dayText(pass.validUntil) });
  return html`<div class="pass pass-${layout}" style="border-color:${COLOURS[pass.kind]}">
<p class="pass-kind" style="background:${COLOURS[pass.kind]};font-size:${fitType(kind, size.line, size.kind)}mm">${kind}</p>
<div class="pass-code">${qrSvg(code, { size: size.code, level: 'M' })}</div>
<div class="pass-text"><p class="pass-name" style="font-size:${fitType(name, size.line, size.name)}mm">${name}</p>
<p class="pass-place" style="font-size:${fitType(place, size.line, size.name * 0.8)}mm">${place}</p>
<p class="pass-until">${until}</p><p class="pass-where">${where}</p>
<p class="pass-note">${onPhone ? t('print.scan') : pass.quota === 'household' ? t('print.quota') : t('print.show')}</p>
<p class="pass-lost">${t('print.lost')}</p></div></div>`;
}

/** The last minute it is good. */
const dayText = (until: number): string => toLocalInput(until - 1).replace('T', ' ');

const CSS = `
.pass { position: absolute; display: flex; flex-wrap: wrap; overflow: hidden; }
.pass p { overflow: hidden; }
.pass-kind { color: #fff; font-weight: 700; text-align: center; letter-spacing: 0.12em; }
.pass-text { flex: 1; min-width: 0; display: flex; flex-direction: column; }
.pass-name { font-weight: 700; line-height: 1.25; white-space: nowrap; }
.pass-place { font-weight: 600; line-height: 1.25; white-space: nowrap; }
.pass-lost { color: #333; }
.pass-note { margin-top: auto; }
.pass-card { inset: 0; border-left: 2mm solid; padding: 0 2mm 2mm 0; align-content: flex-start; }
.pass-card .pass-kind { width: 100%; line-height: 1.45; }
.pass-card .pass-code { margin: 2mm 1mm 0 1mm; }
.pass-card .pass-text { padding-top: 2.5mm; height: 43mm; }
.pass-card .pass-until { font-size: 2.9mm; line-height: 4mm; font-weight: 600; margin-top: 1mm; }
.pass-card .pass-where, .pass-card .pass-note, .pass-card .pass-lost { font-size: 2.6mm; line-height: 3.5mm; }
.pass-lanyard { inset: 2mm; border: 2.5mm solid; border-radius: 4mm; align-content: flex-start; padding-bottom: 3mm; }
.pass-lanyard .pass-kind { width: 100%; line-height: 1.3; }
.pass-lanyard .pass-code { margin: 3mm; }
.pass-lanyard .pass-text { padding: 5mm 3mm 0 0; height: 84mm; }
.pass-lanyard .pass-until { font-size: 5.6mm; line-height: 8mm; font-weight: 600; margin-top: 3mm; }
.pass-lanyard .pass-where, .pass-lanyard .pass-note, .pass-lanyard .pass-lost { font-size: 4.6mm; line-height: 6.4mm; }
.pass-sheet { inset: 12mm 10mm 10mm; border: 4mm solid; border-radius: 5mm; flex-direction: column; flex-wrap: nowrap; align-items: center; }
.pass-sheet .pass-kind { width: 100%; line-height: 1.3; }
.pass-sheet .pass-code { margin-top: 6mm; }
.pass-sheet .pass-text { align-items: center; text-align: center; padding: 2mm 6mm 6mm; }
.pass-sheet .pass-until { font-size: 9mm; line-height: 13mm; font-weight: 600; margin-top: 3mm; }
.pass-sheet .pass-where, .pass-sheet .pass-note, .pass-sheet .pass-lost { font-size: 6mm; line-height: 9mm; }
`;
