import type { FindingCode } from './findings.ts';

export interface NameReading {
  /** Empty when there is none. */
  readonly name: string;
  readonly code: FindingCode | null;
}

/** Replacement marks and private-use characters: a character that a font or an export could not carry. */
const UNCLEAR = /[?？□�\p{Co}]/u;
const LATIN = /^[\p{Script=Latin}\p{M}\s.'’·-]+$/u;

/**
 * Blanks inside a Chinese name only line it up and go; between Latin words they belong. Rare characters stay, also
 * those beyond the basic plane; a name with a hole in it stays too, but someone should look.
 */
export function readName(text: string): NameReading {
  const trimmed = text.trim();
  if (trimmed === '') return { name: '', code: 'nameMissing' };
  if (LATIN.test(trimmed)) return { name: trimmed.replace(/\s+/g, ' '), code: null };
  const name = trimmed.replace(/[\s\u3000]+/gu, '');
  if (UNCLEAR.test(name)) return { name, code: 'nameUnclear' };
  return { name, code: name === trimmed ? null : 'nameSpaced' };
}
