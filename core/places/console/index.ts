import { COMMAND_POST } from '#core/accounts/contract.ts';
import { peopleMark } from '#core/accounts/messages/mark.ts';
import type { ConsoleModule } from '#kernel/ui/screen.ts';
import { translator } from '#kernel/ui/text.ts';
import { text } from '../messages/index.ts';
import { placesPaths } from '../paths.ts';

export const screens: ConsoleModule = {
  module: 'places',
  screens: [
    {
      path: placesPaths.places,
      title: (language) => translator(text, language)('places'),
      load: () => import('./places.tsx'),
      nav: { mark: peopleMark },
      grants: COMMAND_POST,
    },
  ],
};
