import type { PhoneModule } from '#kernel/ui/screen.ts';
import { phonePaths } from '../paths.ts';

export const screens: PhoneModule = {
  module: 'accounts',
  screens: [
    {
      path: phonePaths.signIn,
      load: () => import('./sign-in.tsx'),
      open: true,
    },
    {
      path: phonePaths.join,
      load: () => import('./join.tsx'),
      open: true,
    },
    {
      path: phonePaths.newPin,
      load: () => import('./new-pin.tsx'),
      open: true,
    },
  ],
  words: () => import('../messages/problems.ts'),
};
