import type { Language } from '#kernel/ui/language.ts';
import { translator } from '#kernel/ui/text.ts';
import type { SlotKind, SlotPart } from '../contract/call-up-rows.ts';
import { floorWords } from '../domain/call-up/floors.ts';
import { callUpPlaceText } from './call-up-place.ts';

type Said = Pick<SlotPart, 'compound' | 'building' | 'entrance' | 'floors'>;

/** `3号 1单元 16–14层`. @param compound whether to say it: needless where there is one */
export function partWords(part: Said, language: Language, compound: boolean): string {
  const t = translator(callUpPlaceText, language);
  const floors = part.floors.length > 0 ? t('floors', { floors: floorWords(part.floors) }) : null;
  return [compound ? part.compound : null, part.building, part.entrance, floors]
    .filter((word) => word !== null)
    .join(' ');
}

/** `3号 16–14层、5号`, a priority slot's buildings alone: whoever is in it, nobody can tell. */
export function slotWords(
  slot: { readonly kind: SlotKind; readonly parts: readonly Said[] },
  language: Language,
  compound: boolean,
): string {
  const t = translator(callUpPlaceText, language);
  const parts =
    slot.kind === 'priority'
      ? slot.parts.map((part) => ({ ...part, entrance: null, floors: [] }))
      : slot.parts;
  const said = new Set<string>();
  let before: string | null = null;
  for (const part of parts) {
    said.add(partWords(part, language, compound && part.compound !== before));
    before = part.compound;
  }
  const places = [...said].join(t('between'));
  return slot.kind === 'priority' ? `${t('priority')} · ${places}` : places;
}

/** Several compounds have a building 3 each. */
export const manyCompounds = (slots: readonly { readonly parts: readonly Said[] }[]): boolean =>
  new Set(slots.flatMap(({ parts }) => parts.map(({ compound }) => compound))).size > 1;
