import { LEADING_ANY } from '#core/accounts/contract.ts';
import type { ConsoleModule } from '#kernel/ui/screen.ts';
import { translator } from '#kernel/ui/text.ts';
import { mark } from '../oversight/messages/index.ts';
import { text } from './messages/index.ts';

export const screens: ConsoleModule = {
  module: 'rights',
  screens: [
    {
      path: '/rights',
      title: (language) => translator(text, language)('title'),
      load: () => import('./page.tsx'),
      nav: { mark },
      grants: LEADING_ANY,
    },
  ],
};
