import { LEADING_ANY } from '#core/accounts/contract.ts';
import { peopleMark } from '#core/accounts/messages/mark.ts';
import type { ConsoleModule } from '#kernel/ui/screen.ts';
import { translator } from '#kernel/ui/text.ts';
import { markText } from '../messages/mark-text.ts';
import { conductPaths } from '../paths.ts';
import { openCount } from './open-count.ts';
// The roster's page says why somebody cannot be given a duty: these words are wanted before any page of codes.
import '../messages/problems.ts';

export const screens: ConsoleModule = {
  module: 'conduct',
  screens: [
    {
      path: conductPaths.conduct,
      title: (language) => translator(markText, language)('conduct'),
      load: () => import('./conduct.tsx'),
      nav: { mark: peopleMark, attention: openCount },
      grants: LEADING_ANY,
    },
    {
      path: conductPaths.write,
      title: (language) => translator(markText, language)('write'),
      load: () => import('./write.tsx'),
      grants: LEADING_ANY,
    },
  ],
  cards: [{ load: () => import('./home-card.tsx') }],
};
