import type { Language } from '#kernel/ui/language.ts';

/** GET, with the header x-concerto-area: a paper with the facts beside it, as an .xlsx. Action `privacy:read`. */
export const SHEET_PATH = (kind: 'records' | 'assessment', language: Language): string =>
  `/api/privacy/${kind}.xlsx?lang=${language}`;
