import type { PhoneModule } from '#kernel/ui/screen.ts';
import { privacyMark } from '../messages/mark.ts';

export const screens: PhoneModule = {
  module: 'privacy',
  screens: [],
  cards: [{ mark: privacyMark, load: () => import('./undertaking-card.tsx') }],
  projections: async () => [(await import('./projection.ts')).projection],
};
