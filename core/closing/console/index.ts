import { COMMAND_POST } from '#core/accounts/contract.ts';
import { privacyMark } from '#core/privacy/messages/mark.ts';
import type { ConsoleModule } from '#kernel/ui/screen.ts';
import { translator } from '#kernel/ui/text.ts';
import { text } from '../messages/index.ts';
import { closingScreens } from '../paths.ts';

export const screens: ConsoleModule = {
  module: 'closing',
  screens: [
    {
      path: closingScreens.closing,
      title: (language) => translator(text, language)('title'),
      load: () => import('./closing.tsx'),
      nav: { mark: privacyMark },
      grants: COMMAND_POST,
    },
    {
      path: closingScreens.progress,
      title: (language) => translator(text, language)('title'),
      load: () => import('./progress.tsx'),
      open: true,
    },
  ],
};
