import type { PhoneModule } from '#kernel/ui/screen.ts';
import { COLLECTIONS } from '../contract/sync.ts';
import { MINE_PATH } from './paths.ts';

export const screens: PhoneModule = {
  module: 'passes',
  screens: [
    {
      path: MINE_PATH,
      load: () => import('./my-pass.tsx'),
      task: true,
    },
  ],
  cards: [{ collections: [COLLECTIONS.mine], load: () => import('./my-pass-card.tsx') }],
  projections: async () => [(await import('./projection.ts')).minePasses],
};
