import { printDocument } from '#kernel/print/document.ts';
import { html, type Markup } from '#kernel/print/markup.ts';
import { chinaTime } from '#kernel/time-id/china-time.ts';
import type { Language } from '#kernel/ui/language.ts';
import { translator } from '#kernel/ui/text.ts';
import type { SubjectCopy } from '../../contract/by-hand-queries.ts';
import { subjectText } from '../../messages/subject.ts';

type Section = SubjectCopy['sections'][number];

/** Lines of text at 4.6 mm leading that stand on an A4 page. */
const LINES_A_PAGE = 57;
/** Characters, a Chinese one counted double, that stand on one line across the page. */
const WIDTH = 92;

/**
 * A person's own copy on A4: one table a kind of record, pages cut between rows, a line to sign at the end.
 * @param now epoch ms
 */
export function subjectDocument(
  copy: SubjectCopy,
  { area, now, language }: { area: string; now: number; language: Language },
): string {
  const say = translator(subjectText, language);
  const pages = pagesOf(copy.sections).map(
    (parts, page, all) => html`<div class="sheet">
${page === 0 ? html`<h1>${say('subject.title')}</h1><p>${say('subject.for', { name: copy.name, room: copy.room })}</p><p>${say('subject.lead')}</p><p>${say('subject.sealed')}</p>` : ''}
${parts.map((part) => tableOf(part, say('subject.nothing')))}
${page === all.length - 1 ? html`<p class="sign">${say('subject.sign')}</p>` : ''}
</div>`,
  );
  const head = { area, what: say('subject.title'), when: chinaTime(now).slice(0, 16) };
  return printDocument({ head, language, pages, css: CSS });
}

function tableOf({ title, purpose, columns, rows }: Section, nothing: string): Markup {
  if (rows.length === 0) return html`<h2>${title}</h2><p class="purpose">${purpose}</p><p>${nothing}</p>`;
  return html`<h2>${title}</h2><p class="purpose">${purpose}</p>
<table><thead><tr>${columns.map((column) => html`<th>${column}</th>`)}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${row.map((cell) => html`<td><p>${cell}</p></td>`)}</tr>`)}</tbody></table>`;
}

/** Cuts sections between rows so that none runs over the foot; a section that goes on keeps its title. */
export function pagesOf(sections: readonly Section[]): readonly (readonly Section[])[] {
  const pages: Section[][] = [[]];
  // The first page begins with what the copy is.
  let left = LINES_A_PAGE - 10;
  const turn = () => {
    pages.push([]);
    left = LINES_A_PAGE;
  };
  for (const section of sections) {
    if (left < HEAD_LINES + 3) turn();
    let part: string[][] = [];
    const put = () => pages.at(-1)?.push({ ...section, rows: part });
    left -= HEAD_LINES;
    for (const row of section.rows) {
      const lines = linesOf(row);
      if (lines > left && part.length > 0) {
        put();
        part = [];
        turn();
        left -= HEAD_LINES;
      }
      part.push(row);
      left -= lines;
    }
    put();
  }
  // Room for the line to sign.
  if (left < 4) turn();
  return pages;
}

/** Title, purpose and the head of the table. */
const HEAD_LINES = 5;

/** What the edges of a row's cells take, in lines. */
const CELL_EDGES = 0.35;

/** How many lines the fullest cell of a row takes. */
function linesOf(row: readonly string[]): number {
  const width = Math.floor(WIDTH / Math.max(1, row.length));
  return Math.max(1, ...row.map((cell) => Math.ceil(displayWidth(cell) / width))) + CELL_EDGES;
}

const displayWidth = (text: string): number =>
  [...text].reduce((sum, char) => sum + (char.charCodeAt(0) > 255 ? 2 : 1), 0);

const CSS = `
.sheet { position: absolute; left: 14mm; right: 14mm; top: 12mm; bottom: 12mm; font-size: 3.5mm; line-height: 4.6mm; }
.sheet h1 { font-size: 6mm; line-height: 9mm; }
.sheet h2 { margin-top: 4mm; font-size: 4.2mm; line-height: 6mm; }
.sheet p { margin-top: 1mm; }
.sheet td p { margin: 0; }
.sheet .purpose { color: #444; font-size: 3mm; line-height: 4mm; }
.sheet table { width: 100%; margin-top: 1.5mm; border-collapse: collapse; table-layout: fixed; }
.sheet th, .sheet td { padding: 0.6mm 1.2mm; border: 0.2mm solid #888; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
.sheet th { background: #eee; }
.sheet .sign { margin-top: 12mm; }
`;
