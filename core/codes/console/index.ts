import { peopleMark } from '#core/accounts/messages/mark.ts';
import type { ConsoleModule } from '#kernel/ui/screen.ts';
import { translator } from '#kernel/ui/text.ts';
import { codesRules } from '../contract/commands.ts';
import { text } from '../messages/index.ts';
import { codesPaths } from '../paths.ts';

export const screens: ConsoleModule = {
  module: 'codes',
  screens: [
    {
      path: codesPaths.buildingCodes,
      title: (language) => translator(text, language)('building-codes'),
      load: () => import('./building-codes.tsx'),
      nav: { mark: peopleMark },
    },
    {
      path: codesPaths.keys,
      title: (language) => translator(text, language)('keys'),
      load: () => import('./keys.tsx'),
      nav: { mark: peopleMark },
      grants: codesRules['codes:see-keys'],
    },
  ],
};
