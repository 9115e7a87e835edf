import { COMMAND_POST } from '#core/accounts/contract.ts';
import { peopleMark } from '#core/accounts/messages/mark.ts';
import type { ConsoleModule } from '#kernel/ui/screen.ts';
import { translator } from '#kernel/ui/text.ts';
import { text } from '../messages/index.ts';
import { peoplePaths } from '../paths.ts';
import { importScreen } from './import/screen.ts';
import { people } from './queries.ts';
import { roomText } from './words.ts';

export const screens: ConsoleModule = {
  module: 'people',
  screens: [
    {
      path: peoplePaths.register,
      title: (language) => translator(text, language)('register'),
      load: () => import('./register.tsx'),
      nav: { mark: peopleMark },
      grants: COMMAND_POST,
    },
    {
      path: peoplePaths.looks,
      title: (language) => translator(text, language)('looks'),
      load: () => import('./looks.tsx'),
      nav: { mark: peopleMark },
      grants: ['role:secretary'],
    },
    importScreen,
  ],
  async search(words) {
    const { found } = await people.call.search({ text: words.slice(0, 60), limit: 8 });
    return found.map((person) => ({
      id: person.id,
      label: person.name,
      detail: `${person.compound} ${roomText(person)}`,
      path: peoplePaths.resident(person.id),
    }));
  },
};
