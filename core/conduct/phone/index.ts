import type { PhoneModule } from '#kernel/ui/screen.ts';
import { COLLECTIONS } from '../contract/sync.ts';
import { phonePaths } from '../paths.ts';

export const screens: PhoneModule = {
  module: 'conduct',
  screens: [
    {
      path: phonePaths.codes,
      load: () => import('./codes.tsx'),
    },
    {
      path: phonePaths.code,
      load: () => import('./code.tsx'),
      task: true,
    },
    {
      path: phonePaths.quiz,
      load: () => import('./quiz.tsx'),
      task: true,
    },
  ],
  cards: [{ collections: [COLLECTIONS.code], load: () => import('./conduct-card.tsx') }],
  projections: async () => [(await import('./projection.ts')).projection],
  words: () => import('../messages/problems.ts'),
};

/** Stands after the duties: what asks nothing is last. */
export const lookUp: PhoneModule = {
  module: 'conduct-look-up',
  screens: [],
  cards: [{ collections: [COLLECTIONS.code], load: () => import('./look-up-card.tsx') }],
};
