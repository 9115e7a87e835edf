import type { PhoneModule } from '#kernel/ui/screen.ts';
import { COLLECTIONS, DUTIES } from '../contract/sync.ts';
import { phonePaths } from '../paths.ts';

export const screens: PhoneModule = {
  module: 'handovers',
  screens: [
    {
      path: phonePaths.places,
      load: () => import('./places.tsx'),
    },
    {
      path: phonePaths.place,
      load: () => import('./place.tsx'),
      task: true,
    },
    {
      path: phonePaths.write,
      load: () => import('./write.tsx'),
      task: true,
    },
  ],
  cards: [
    {
      collections: [DUTIES, COLLECTIONS.note, COLLECTIONS.point],
      load: () => import('./handover-card.tsx'),
    },
  ],
  projections: async () => [(await import('./projection.ts')).projection],
  words: () => import('../messages/problems.ts'),
};
