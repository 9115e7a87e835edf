import { fromChinaTime } from '#kernel/time-id/china-time.ts';
import type { LabOutcome } from '../../contract/rows.ts';
import type { ResultColumns } from './columns.ts';
import { outcomeOf } from './outcome-words.ts';

/** A line of a laboratory's sheet that names a tube. */
export interface ResultLine {
  /** As the sheet numbers it, from 1. */
  readonly row: number;
  readonly tubeCode: string;
  /** The laboratory's word. */
  readonly word: string;
  /** Null: nobody has said yet what the word means. */
  readonly outcome: LabOutcome | null;
  readonly note: string;
  readonly reportedAt: number | null;
}

const LONGEST_NOTE = 200;

/**
 * Lines below the head. Where a tube stands twice, the later line is the laboratory's last word and comes later here
 * too. Lines without a tube (subtotals, signatures) are left out.
 * @param canonical turns a code as written into the one that is stored, e.g. without groups
 * @param meanings of words that cannot be told by themselves
 */
export function readLines(
  rows: readonly (readonly string[])[],
  head: number,
  columns: ResultColumns,
  canonical: (code: string) => string,
  meanings: ReadonlyMap<string, LabOutcome> = new Map(),
): ResultLine[] {
  const titles = rows[head] ?? [];
  return rows.slice(head + 1).flatMap((cells, i) => {
    const code = bare(cells[columns.code]);
    const word = bare(cells[columns.outcome]);
    if (code === '' || word === '') return [];
    const notes = columns.notes.flatMap((column) => {
      const text = bare(cells[column]);
      return text === '' ? [] : [/ct/i.test(titles[column] ?? '') ? `${bare(titles[column])} ${text}` : text];
    });
    return [
      {
        row: head + 2 + i,
        tubeCode: canonical(code),
        word,
        outcome: meanings.get(word) ?? outcomeOf(word),
        note: notes.join('，').slice(0, LONGEST_NOTE),
        reportedAt: columns.time === null ? null : fromChinaTime(bare(cells[columns.time])),
      },
    ];
  });
}

/** Laboratories put tabs or an apostrophe before codes, so that a sheet does not round them. */
const bare = (text: string | undefined): string => (text ?? '').replace(/^[\s'‘’]+|[\s]+$/g, '');
