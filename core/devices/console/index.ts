import { LEADING_ANY } from '#core/accounts/contract.ts';
import { peopleMark } from '#core/accounts/messages/mark.ts';
import type { ConsoleModule } from '#kernel/ui/screen.ts';
import { translator } from '#kernel/ui/text.ts';
import { text } from '../messages/index.ts';
import { devicesPaths } from '../paths.ts';

export const screens: ConsoleModule = {
  module: 'devices',
  screens: [
    {
      path: devicesPaths.devices,
      title: (language) => translator(text, language)('title'),
      load: () => import('./devices.tsx'),
      nav: { mark: peopleMark },
      grants: LEADING_ANY,
    },
  ],
};
