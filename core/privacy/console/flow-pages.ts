import { html, type Markup } from '#kernel/print/markup.ts';

/** Something that is not cut by the end of a page. */
export interface Block {
  readonly body: Markup;
  /** Estimated, mm. */
  readonly height: number;
}

/** Below the head line and above what printers cannot reach, mm. */
const ROOM = 268;

/** Blocks one below the other, on as many pages as they need. */
export function flowPages(blocks: readonly Block[]): Markup[] {
  const pages: Block[][] = [[]];
  let used = 0;
  for (const block of blocks) {
    if (used > 0 && used + block.height > ROOM) {
      pages.push([]);
      used = 0;
    }
    pages.at(-1)?.push(block);
    used += block.height;
  }
  return pages.map((page) => html`<div class="flow">${page.map(({ body }) => body)}</div>`);
}

/** Lines a text takes. @param ems how many characters of its own size stand on a line */
export function linesOf(text: string, ems: number): number {
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / ems)), 0);
}

/** A Chinese character is one em, a Latin letter about half. */
const widthOf = (line: string): number =>
  [...line].reduce((sum, character) => sum + (character.charCodeAt(0) > 255 ? 1 : 0.55), 0);
