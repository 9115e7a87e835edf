import type { PhoneModule } from '#kernel/ui/screen.ts';
import { mark } from '../messages/mark.ts';
import { paths } from './paths.ts';
import { visitScreens } from './visits/index.ts';

export const screens: PhoneModule = {
  module: 'gates',
  screens: [
    {
      path: paths.choose,
      title: (language) => mark.title(language),
      load: () => import('./choose-gate.tsx'),
    },
    {
      path: paths.gate,
      title: (language) => mark.title(language),
      load: () => import('./gate-screen.tsx'),
      task: true,
    },
    ...visitScreens,
  ],
  cards: [{ mark, load: () => import('./gate-card.tsx') }],
  projections: async () => [(await import('./projection.ts')).projection],
};
