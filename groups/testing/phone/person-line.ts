import type { ListedCard } from './people-list.ts';

/** `3号楼 402 王**`: address first, as people stand in line by house. */
export const personLine = (card: Pick<ListedCard, 'building' | 'entrance' | 'room' | 'nameMask'>): string =>
  [card.building, card.entrance, card.room, card.nameMask]
    .filter((part) => part !== null && part !== '')
    .join(' ');
