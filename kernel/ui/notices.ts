import { Cell } from './cell.ts';

/** A short word to the person, shown for a moment by the shell: a toast. Never the only place of a result. */
export interface Notice {
  readonly id: number;
  readonly tone: 'done' | 'flagged' | 'refused';
  readonly text: string;
}

export const noticeCell = new Cell<Notice | null>(null);

let count = 0;

export function notify(tone: Notice['tone'], text: string): void {
  count += 1;
  noticeCell.set({ id: count, tone, text });
}
