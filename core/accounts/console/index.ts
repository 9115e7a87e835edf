import type { ConsoleModule } from '#kernel/ui/screen.ts';
import { translator } from '#kernel/ui/text.ts';
import { LEADING_ANY } from '../contract/roles.ts';
import { text } from '../messages/index.ts';
import { peopleMark } from '../messages/mark.ts';
import { consolePaths } from '../paths.ts';

export const screens: ConsoleModule = {
  module: 'accounts',
  screens: [
    {
      path: consolePaths.setUp,
      title: (language) => translator(text, language)('set-up'),
      load: () => import('./set-up.tsx'),
      open: true,
    },
    {
      path: consolePaths.signIn,
      title: (language) => translator(text, language)('sign-in'),
      load: () => import('./sign-in.tsx'),
      open: true,
    },
    {
      path: consolePaths.account,
      title: (language) => translator(text, language)('account'),
      load: () => import('./account.tsx'),
    },
    {
      path: consolePaths.people,
      title: (language) => translator(text, language)('people'),
      load: () => import('./people.tsx'),
      nav: { mark: peopleMark },
      grants: LEADING_ANY,
    },
  ],
};
