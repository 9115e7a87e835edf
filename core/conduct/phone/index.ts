import type { PhoneModule } from '#kernel/ui/screen.ts';
import { translator } from '#kernel/ui/text.ts';
import { conductMark } from '../messages/mark.ts';
import { markText } from '../messages/mark-text.ts';
import { phonePaths } from '../paths.ts';

export const screens: PhoneModule = {
  module: 'conduct',
  screens: [
    {
      path: phonePaths.codes,
      title: (language) => translator(markText, language)('conduct'),
      load: () => import('./codes.tsx'),
    },
    {
      path: phonePaths.code,
      title: (language) => translator(markText, language)('conduct'),
      load: () => import('./code.tsx'),
      task: true,
    },
    {
      path: phonePaths.quiz,
      title: (language) => translator(markText, language)('quiz'),
      load: () => import('./quiz.tsx'),
      task: true,
    },
  ],
  cards: [{ mark: conductMark, load: () => import('./conduct-card.tsx') }],
  projections: async () => [(await import('./projection.ts')).projection],
};

/** Stands after the duties: what asks nothing is last. */
export const lookUp: PhoneModule = {
  module: 'conduct-look-up',
  screens: [],
  cards: [{ mark: conductMark, load: () => import('./look-up-card.tsx') }],
};
