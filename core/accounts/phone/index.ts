import type { PhoneModule } from '#kernel/ui/screen.ts';
import { translator } from '#kernel/ui/text.ts';
import { phoneText } from '../messages/phone.ts';
import { phonePaths } from '../paths.ts';

export const screens: PhoneModule = {
  module: 'accounts',
  screens: [
    {
      path: phonePaths.signIn,
      title: (language) => translator(phoneText, language)('sign-in'),
      load: () => import('./sign-in.tsx'),
      open: true,
    },
    {
      path: phonePaths.join,
      title: (language) => translator(phoneText, language)('join'),
      load: () => import('./join.tsx'),
      open: true,
    },
    {
      path: phonePaths.newPin,
      title: (language) => translator(phoneText, language)('new-pin'),
      load: () => import('./new-pin.tsx'),
      open: true,
    },
  ],
};
