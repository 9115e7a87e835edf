import type { Language } from '../ui/language.ts';
import { uiText } from '../ui/messages/index.ts';
import { translator } from '../ui/text.ts';
import type { Count } from './count.ts';

/** `1,204`, or `more than 10,000` where counting was not gone on with. */
export const countText = ({ rows, more }: Count, language: Language): string =>
  more ? translator(uiText, language)('more-than', { count: rows }) : rows.toLocaleString(language);

/** Several counts as one. */
export const sumOf = (counts: readonly Count[]): Count => ({
  rows: counts.reduce((sum, { rows }) => sum + rows, 0),
  more: counts.some(({ more }) => more),
});
