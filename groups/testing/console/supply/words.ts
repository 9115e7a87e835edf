import type { SupplyLine } from '../../contract/supply-queries.ts';
import type { SupplyWords } from '../../messages/supply-words.ts';

/** Samples or tubes that a line is set against. */
export function doneWords(t: SupplyWords, { kind, done }: Pick<SupplyLine, 'kind' | 'done'>): string {
  if (done === null) return '';
  const { least, most } = done;
  const stands = t(kind === 'tube' ? 'done.tube' : 'done.swab', { least });
  return most === least ? stands : t('done.with-voided', { done: stands, more: most - least });
}

export interface Verdict {
  readonly face: 'done' | 'flagged' | 'pending';
  readonly word: string;
}

/** What does not agree, in words; else what is still to be done; else that it agrees. */
export function verdictOf(t: SupplyWords, line: SupplyLine): Verdict {
  const wrong = line.differences.map(({ kind, pieces }) => t(`difference.${kind}`, { pieces }));
  if (wrong.length > 0) return { face: 'flagged', word: wrong.join('；') };
  const missing = (line.needed ?? 0) - Math.max(line.issued, line.received);
  if (missing > 0) return { face: 'pending', word: t('short-issued', { pieces: missing }) };
  return line.left === null
    ? { face: 'pending', word: t('not-counted') }
    : { face: 'done', word: t('agrees') };
}
