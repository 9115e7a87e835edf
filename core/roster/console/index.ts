import { LEADING_ANY } from '#core/accounts/contract.ts';
import { peopleMark } from '#core/accounts/messages/mark.ts';
import type { ConsoleModule } from '#kernel/ui/screen.ts';
import { translator } from '#kernel/ui/text.ts';
import { rosterPaths } from '../contract.ts';
import { text } from '../messages/index.ts';

export const screens: ConsoleModule = {
  module: 'roster',
  screens: [
    {
      path: rosterPaths.duties,
      title: (language) => translator(text, language)('duties'),
      load: () => import('./duties.tsx'),
      nav: { mark: peopleMark },
      grants: LEADING_ANY,
    },
  ],
};
