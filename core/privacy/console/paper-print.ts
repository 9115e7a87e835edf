import { countText } from '#kernel/personal-data/count-text.ts';
import { printDocument } from '#kernel/print/document.ts';
import { html } from '#kernel/print/markup.ts';
import type { Language } from '#kernel/ui/language.ts';
import { translator } from '#kernel/ui/text.ts';
import { PAPER_FIELDS, type PaperField, type PaperFields, type PaperKind } from '../contract/papers.ts';
import type { KindView } from '../contract/queries.ts';
import { paperText } from '../messages/papers.ts';
import { type Block, flowPages, linesOf } from './flow-pages.ts';
import { basesText, keepingText } from './kind-words.ts';

export interface PaperPrint {
  readonly area: string;
  readonly when: string;
  readonly language: Language;
  readonly fields: PaperFields;
  /** `第 2 版，4月6日 起`; empty for a proposal. */
  readonly edition: string;
}

export type Fact = readonly [name: string, value: string];

/** The notice as a poster: one A4 page, read from a step away. */
export function noticePoster(job: PaperPrint): string {
  const t = translator(paperText, job.language);
  const length = PAPER_FIELDS.notice.reduce((sum, field) => sum + (job.fields[field]?.length ?? 0), 0);
  const latin = job.language === 'en' ? 0.55 : 1;
  // The longer the text, the smaller the type, so that it stays one page.
  const size = Math.max(3, Math.min(5.6, Math.sqrt(16_500 / Math.max(1, length * latin + 200))));
  const parts = PAPER_FIELDS.notice.map(
    (field) => html`<section><h2>${t(`notice.${field}`)}</h2><p>${job.fields[field] ?? ''}</p></section>`,
  );
  const body = html`<div class="poster" style="font-size:${size}mm"><h1>${t('notice')}</h1>${parts}
<p class="law">${job.edition} ${t('notice.law')}</p></div>`;
  return printDocument({
    head: { area: job.area, what: t('notice'), when: job.when },
    language: job.language,
    pages: [body],
    css: CSS,
  });
}

/** The record of processing or the assessment: what the system knows, then what the committee wrote. */
export function paperDocument(
  kind: Exclude<PaperKind, 'notice'>,
  job: PaperPrint,
  kinds: readonly KindView[],
  facts: readonly Fact[],
): string {
  const t = translator(paperText, job.language);
  const blocks: Block[] = [
    { body: html`<h1>${t(kind)}</h1><p class="law">${job.edition} ${t(`${kind}.law`)}</p>`, height: 26 },
    { body: html`<h2>${t(`${kind}.facts`)}</h2>`, height: 11 },
    ...facts.map(([name, value]) => line(name, value)),
    ...kinds.map((row) => kindBlock(row, job.language)),
    ...PAPER_FIELDS[kind].map((field) => written(t(labelOf(kind, field)), job.fields[field] ?? '')),
    { body: html`<p class="signed">${t('signed-off')}</p>`, height: 20 },
  ];
  return printDocument({
    head: { area: job.area, what: t(kind), when: job.when },
    language: job.language,
    pages: flowPages(blocks),
    css: CSS,
  });
}

type Label = { [K in PaperKind]: `${K}.${(typeof PAPER_FIELDS)[K][number]}` }[PaperKind];

/** The message of a field's name. */
export const labelOf = (kind: PaperKind, field: PaperField) => `${kind}.${field}` as Label;

const line = (name: string, value: string): Block => ({
  body: html`<p class="fact"><b>${name}</b><span>${value}</span></p>`,
  height: 7,
});

function kindBlock(row: KindView, language: Language): Block {
  const t = translator(paperText, language);
  const rest: Fact[] = [
    [t('col.purpose'), row.purpose[language]],
    [t('col.basis'), basesText(row, language)],
    [t('col.seen-by'), row.seenBy[language]],
    [t('col.keeping'), keepingText(row, language)],
    [t('col.rows'), countText(row, language)],
  ];
  const name = `${row.name[language]}${row.sensitive ? `（${t('sensitive')}）` : ''}`;
  const lines = rest.reduce((sum, [, value]) => sum + linesOf(value, 40), linesOf(name, 44));
  return {
    body: html`<div class="kind"><h3>${name}</h3>${rest.map(
      ([key, value]) => html`<p><b>${key}</b><span>${value}</span></p>`,
    )}</div>`,
    height: lines * 5.4 + 8,
  };
}

const written = (label: string, value: string): Block => ({
  body: html`<div class="written"><h3>${label}</h3><p>${value}</p></div>`,
  height: Math.max(3, linesOf(value, 43)) * 5.8 + 12,
});

const CSS = `
.poster { padding: 14mm 16mm 10mm; line-height: 1.5; }
.poster h1 { font-size: 11mm; text-align: center; margin-bottom: 3mm; }
.poster section { margin-bottom: 2.6mm; }
.poster h2 { font-size: 1.15em; border-left: 1.6mm solid #1d4f6e; padding-left: 2.4mm; line-height: 1.3; }
.poster p { white-space: pre-wrap; }
.law { color: #333; font-size: 3.4mm; }
.flow { padding: 13mm 16mm 10mm; font-size: 4mm; line-height: 1.45; }
.flow h1 { font-size: 8mm; text-align: center; }
.flow h2 { font-size: 5mm; margin: 2mm 0; }
.flow h3 { font-size: 4.2mm; }
.flow .law { text-align: center; margin-bottom: 3mm; }
.fact, .kind p { display: flex; gap: 3mm; }
.fact b { flex: 0 0 52mm; }
.kind { border: 0.2mm solid #999; padding: 2mm 3mm; margin-bottom: 2mm; font-size: 3.8mm; }
.kind b { flex: 0 0 20mm; font-weight: 600; }
.written { margin-bottom: 3mm; }
.written p { min-height: 17mm; border: 0.2mm solid #999; padding: 2mm 3mm; white-space: pre-wrap; }
.signed { margin-top: 8mm; text-align: right; }
`;
