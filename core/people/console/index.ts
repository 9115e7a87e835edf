import { COMMAND_POST } from '#core/accounts/contract.ts';
import { peopleMark } from '#core/accounts/messages/mark.ts';
import type { ConsoleModule, ConsoleScreen } from '#kernel/ui/screen.ts';
import { translator } from '#kernel/ui/text.ts';
import { byHandText } from '../messages/by-hand.ts';
import { text } from '../messages/index.ts';
import { peoplePaths } from '../paths.ts';
import { importScreen } from './import/screen.ts';
import { people } from './queries.ts';
import { roomText } from './words.ts';

/** A page of the desk in the left column, with what waits there. */
const desk = (
  path: string,
  title: 'duplicates.title' | 'discrepancies.title' | 'requests.title',
  load: ConsoleScreen['load'],
  attention?: () => Promise<number>,
): ConsoleScreen => ({
  path,
  title: (language) => translator(byHandText, language)(title),
  load,
  nav: { mark: peopleMark, ...(attention && { attention }) },
  grants: COMMAND_POST,
});

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
    desk(peoplePaths.duplicates, 'duplicates.title', () => import('./by-hand/duplicates.tsx')),
    desk(
      peoplePaths.discrepancies,
      'discrepancies.title',
      () => import('./by-hand/discrepancies.tsx'),
      async () => (await people.call.waiting()).discrepancies,
    ),
    desk(
      peoplePaths.requests,
      'requests.title',
      () => import('./by-hand/requests.tsx'),
      async () => (await people.call.waiting()).corrections,
    ),
    {
      path: peoplePaths.merge,
      title: (language) => translator(byHandText, language)('merge.title'),
      load: () => import('./by-hand/merge.tsx'),
      grants: COMMAND_POST,
    },
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
