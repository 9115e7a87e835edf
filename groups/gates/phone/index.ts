import type { PhoneModule } from '#kernel/ui/screen.ts';
import { COLLECTIONS } from '../contract/sync.ts';
import { paths } from './paths.ts';
import { visitScreens } from './visits/index.ts';

export const screens: PhoneModule = {
  module: 'gates',
  screens: [
    {
      path: paths.choose,
      load: () => import('./choose-gate.tsx'),
    },
    {
      path: paths.gate,
      load: () => import('./gate-screen.tsx'),
      task: true,
    },
    ...visitScreens,
  ],
  cards: [{ collections: [COLLECTIONS.gate], load: () => import('./gate-card.tsx') }],
  projections: async () => [(await import('./projection.ts')).projection],
  words: () => import('./words.ts'),
};
