import { ANY_MEMBER } from '#core/accounts/contract.ts';
import { peopleMark } from '#core/accounts/messages/mark.ts';
import type { ConsoleModule } from '#kernel/ui/screen.ts';
import { translator } from '#kernel/ui/text.ts';
import { text } from '../messages/index.ts';

export const screens: ConsoleModule = {
  module: 'zones',
  screens: [
    {
      path: '/zones',
      title: (language) => translator(text, language)('zones'),
      load: () => import('./zones.tsx'),
      nav: { mark: peopleMark },
      grants: ANY_MEMBER,
    },
  ],
};
