import { COMMAND_POST } from '#core/accounts/contract.ts';
import type { ConsoleModule } from '#kernel/ui/screen.ts';
import { translator } from '#kernel/ui/text.ts';
import { text } from '../messages/index.ts';
import { privacyMark } from '../messages/mark.ts';
import { privacyPaths } from '../paths.ts';
import { privacy } from './queries.ts';

const screen = (
  key: 'overview' | 'notice' | 'records' | 'assessment' | 'keys',
  path: string,
  load: ConsoleModule['screens'][number]['load'],
  attention?: () => Promise<number>,
): ConsoleModule['screens'][number] => ({
  path,
  title: (language) => translator(text, language)(key),
  load,
  nav: { mark: privacyMark, ...(attention ? { attention } : {}) },
  grants: COMMAND_POST,
});

export const screens: ConsoleModule = {
  module: 'privacy',
  screens: [
    screen(
      'overview',
      privacyPaths.personalData,
      () => import('./personal-data.tsx'),
      async () => {
        const { kinds } = await privacy.call.kinds();
        return kinds.reduce((sum, { keeping }) => sum + ('expired' in keeping ? keeping.expired : 0), 0);
      },
    ),
    screen(
      'notice',
      privacyPaths.notice,
      () => import('./notice.tsx'),
      async () => ((await privacy.call.notice()).confirmed ? 0 : 1),
    ),
    screen('records', privacyPaths.records, () => import('./records.tsx')),
    screen('assessment', privacyPaths.assessment, () => import('./assessment.tsx')),
    screen(
      'keys',
      privacyPaths.keys,
      () => import('./keys.tsx'),
      async () => ((await privacy.call.keys()).backup ? 0 : 1),
    ),
  ],
};
