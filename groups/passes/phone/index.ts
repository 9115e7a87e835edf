import type { PhoneModule } from '#kernel/ui/screen.ts';
import { translator } from '#kernel/ui/text.ts';
import { mark } from '../messages/mark.ts';
import { phoneText } from '../messages/phone.ts';
import { MINE_PATH } from './paths.ts';

export const screens: PhoneModule = {
  module: 'passes',
  screens: [
    {
      path: MINE_PATH,
      title: (language) => translator(phoneText, language)('mine'),
      load: () => import('./my-pass.tsx'),
      task: true,
    },
  ],
  cards: [{ mark, load: () => import('./my-pass-card.tsx') }],
  projections: async () => [(await import('./projection.ts')).minePasses],
};
