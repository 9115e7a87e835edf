import type { Language } from '#kernel/ui/language.ts';
import { fill } from '#kernel/ui/text.ts';
import { PAPER_FIELDS, type PaperFields, type PaperKind } from '../contract/papers.ts';
import { paperText } from './papers.ts';

/** What is proposed for a paper before the committee has written anything; a field without a proposal is empty. */
export function defaultFields(kind: PaperKind, area: string, language: Language): PaperFields {
  const messages: Readonly<Record<string, string>> = paperText.messages[language];
  return Object.fromEntries(
    PAPER_FIELDS[kind].map((field) => [
      field,
      fill(messages[`${kind}.default.${field}`] ?? '', { area }, language),
    ]),
  );
}
