import type { PhoneModule } from '#kernel/ui/screen.ts';

export const screens: PhoneModule = {
  module: 'privacy',
  screens: [],
  cards: [{ load: () => import('./undertaking-card.tsx') }],
  projections: async () => [(await import('./projection.ts')).projection],
  words: () => import('../messages/undertaking.ts'),
};
