import type { PersonCard } from '#core/people/contract.ts';

/** `清源小区 3号 402`, with the entrance where a building has several. */
export const placeOf = (card: Pick<PersonCard, 'compound' | 'building' | 'entrance' | 'room'>): string =>
  [card.compound, card.building, card.entrance, card.room].filter((part) => part).join(' ');
