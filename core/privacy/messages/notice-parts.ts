import { type Said, said } from '#kernel/ui/text.ts';
import { PAPER_FIELDS, type PaperFields } from '../contract/papers.ts';
import { paperText } from './papers.ts';

/** A notice as it is read: each part's title, and what the area wrote. */
export const noticeParts = (fields: PaperFields): { readonly title: Said; readonly text: string }[] =>
  PAPER_FIELDS.notice.map((field) => ({
    title: said(paperText, `notice.${field}`),
    text: fields[field] ?? '',
  }));
