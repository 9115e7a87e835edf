import { printDocument } from '#kernel/print/document.ts';
import { fitType } from '#kernel/print/fit.ts';
import { CARD_SHEETS, LABEL_SHEETS } from '#kernel/print/grid.ts';
import { html, type Markup } from '#kernel/print/markup.ts';
import { qrSvg } from '#kernel/print/qr.ts';
import { sheetPages } from '#kernel/print/sheet-pages.ts';
import type { Language } from '#kernel/ui/language.ts';
import { translator } from '#kernel/ui/text.ts';
import { codeOfRow, formatCode } from '../domain/plain.ts';
import { text } from '../messages/index.ts';

/** A door that gets a code: a building's, or one of its entrances. */
export interface Door {
  readonly kind: 'building' | 'place';
  readonly id: string;
  readonly compound: string;
  /** `3号楼`, `3号楼 2单元` */
  readonly label: string;
}

export const PLATE_SIZES = ['large', 'labels'] as const;
export type PlateSize = (typeof PLATE_SIZES)[number];

export interface PlatesFor {
  readonly areaId: string;
  readonly areaName: string;
  /** As people read it. */
  readonly when: string;
  readonly language: Language;
}

/** Two plates on a page with cut marks, or 21 labels. */
export function doorPlates(job: PlatesFor, doors: readonly Door[], size: PlateSize): string {
  const t = translator(text, job.language);
  const cells = doors.map((door) =>
    size === 'large' ? plate(job, door, t('building-codes.hint')) : label(job, door),
  );
  const pages =
    size === 'large'
      ? sheetPages(CARD_SHEETS['a4-large-2'], cells, { cutMarks: true })
      : sheetPages(LABEL_SHEETS['a4-21'], cells);
  return printDocument({
    head: { area: job.areaName, what: t('building-codes'), when: job.when },
    language: job.language,
    pages,
    css: CSS,
  });
}

function plate(job: PlatesFor, door: Door, hint: string): Markup {
  const code = codeOfRow(door.kind, job.areaId, door.id);
  return html`<div class="plate"><div class="plate-text"><p class="plate-area" style="font-size:${fitType(door.compound, 84, 9)}mm">${door.compound}</p>
<p class="plate-label" style="font-size:${fitType(door.label, 84, 30)}mm">${door.label}</p><p class="plate-hint">${hint}</p></div>
<div class="plate-code">${qrSvg(code, { size: 84, level: 'H' })}<p>${formatCode(code)}</p></div></div>`;
}

function label(job: PlatesFor, door: Door): Markup {
  const code = codeOfRow(door.kind, job.areaId, door.id);
  return html`<div class="tag">${qrSvg(code, { size: 30, level: 'Q' })}<div><p style="font-size:${fitType(door.compound, 29, 3.4)}mm">${door.compound}</p>
<p class="tag-label" style="font-size:${fitType(door.label, 29, 8)}mm">${door.label}</p><p class="tag-code">${formatCode(code)}</p></div></div>`;
}

const CSS = `
.plate { display: flex; height: 100%; padding: 6mm; gap: 4mm; }
.plate-text { flex: 1; min-width: 0; display: flex; flex-direction: column; white-space: nowrap; }
.plate-area { line-height: 1.4; }
.plate-label { font-weight: 700; line-height: 1.25; margin-top: 14mm; }
.plate-hint { margin-top: auto; font-size: 7mm; line-height: 10mm; }
.plate-code { display: flex; flex-direction: column; justify-content: center; }
.plate-code p { font: 600 6.4mm/9mm ui-monospace, "Noto Sans Mono", monospace; text-align: center; }
.tag { display: flex; height: 100%; align-items: center; white-space: nowrap; overflow: hidden; }
.tag-label { font-weight: 700; line-height: 1.3; }
.tag-code { font: 2.9mm/4.4mm ui-monospace, "Noto Sans Mono", monospace; }
`;
