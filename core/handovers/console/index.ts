import { LEADING_ANY } from '#core/accounts/contract.ts';
import { peopleMark } from '#core/accounts/messages/mark.ts';
import type { ConsoleModule } from '#kernel/ui/screen.ts';
import { translator } from '#kernel/ui/text.ts';
import { markText } from '../messages/mark-text.ts';
import { handoversPaths } from '../paths.ts';

export const screens: ConsoleModule = {
  module: 'handovers',
  screens: [
    {
      path: handoversPaths.handovers,
      title: (language) => translator(markText, language)('handovers'),
      load: () => import('./handovers.tsx'),
      nav: { mark: peopleMark },
      grants: LEADING_ANY,
    },
  ],
};
