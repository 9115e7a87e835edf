import type { Language } from '#kernel/ui/language.ts';
import { translator } from '#kernel/ui/text.ts';
import { KNOWN_TAGS, type KnownTag } from '../contract/rows.ts';
import { text } from '../messages/index.ts';

const isKnown = (tag: string): tag is KnownTag => (KNOWN_TAGS as readonly string[]).includes(tag);

/** A tag in words; one of the area's own is its own word. */
export const tagText = (tag: string, language: Language): string =>
  isKnown(tag) ? translator(text, language)(`tag.${tag}`) : tag;

interface Address {
  readonly building: string;
  readonly entrance: string | null;
  readonly room: string;
}

/** `3号 1单元 402` */
export const roomText = ({ building, entrance, room }: Address): string =>
  [building, entrance, room].filter(Boolean).join(' ');

/** Whole years on that day. @param birthDate `YYYY-MM-DD` */
export function ageAt(birthDate: string | null, now: number): number | null {
  if (birthDate === null) return null;
  const today = new Date(now).toISOString().slice(0, 10);
  const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return today.slice(5) < birthDate.slice(5) ? years - 1 : years;
}
