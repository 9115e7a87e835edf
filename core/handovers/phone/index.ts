import type { PhoneModule } from '#kernel/ui/screen.ts';
import { translator } from '#kernel/ui/text.ts';
import { handoversMark } from '../messages/mark.ts';
import { markText } from '../messages/mark-text.ts';
import { phonePaths } from '../paths.ts';

export const screens: PhoneModule = {
  module: 'handovers',
  screens: [
    {
      path: phonePaths.places,
      title: (language) => translator(markText, language)('handovers'),
      load: () => import('./places.tsx'),
    },
    {
      path: phonePaths.place,
      title: (language) => translator(markText, language)('handovers'),
      load: () => import('./place.tsx'),
      task: true,
    },
    {
      path: phonePaths.write,
      title: (language) => translator(markText, language)('write'),
      load: () => import('./write.tsx'),
      task: true,
    },
  ],
  cards: [{ mark: handoversMark, load: () => import('./handover-card.tsx') }],
  projections: async () => [(await import('./projection.ts')).projection],
};
