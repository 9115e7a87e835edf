import { LEADING_ANY } from '#core/accounts/contract/roles.ts';
import type { ConsoleModule } from '#kernel/ui/screen.ts';
import { translator } from '#kernel/ui/text.ts';
import { mark, text } from './messages/index.ts';
import { OVERSIGHT_PATH } from './path.ts';

/** Screens over the kernel's own oversight queries: they belong to no group. */
export const screens: ConsoleModule = {
  module: 'oversight',
  screens: [
    {
      path: OVERSIGHT_PATH,
      title: (language) => translator(text, language)('title'),
      load: () => import('./page.tsx'),
      nav: { mark },
      grants: LEADING_ANY,
    },
  ],
  cards: [{ load: () => import('./card.tsx') }],
};
