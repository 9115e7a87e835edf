import { Cell } from './cell.ts';

/** Chinese first, English second (product.md, principle 10). */
export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Each under its own name, so that whoever reads only one finds it. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { 'zh-CN': '中文', en: 'English' };

export const isLanguage = (value: unknown): value is Language => LANGUAGES.some((known) => known === value);

/** The language of this browser profile's screens. Servers, prints and the CLI pass a language instead. */
export const languageCell = new Cell<Language>('zh-CN', { keep: 'concerto.language', accept: isLanguage });

export const currentLanguage = (): Language => languageCell.get();

/** Keeps `<html lang>` in step with the switch, for screen readers and hyphenation. Called once by each shell. */
export function bindDocumentLanguage(root: HTMLElement): () => void {
  const apply = () => {
    root.lang = languageCell.get();
  };
  apply();
  return languageCell.subscribe(apply);
}
