import type { ConsoleScreen } from '#kernel/ui/screen.ts';
import { translator } from '#kernel/ui/text.ts';
import { actions, rules } from '../../contract/access.ts';
import { setUpText } from '../../messages/set-up.ts';
import { paths } from '../paths.ts';

/** What has to stand at each site before people come; a screen of `console/index.ts`. */
export const setUpScreen: ConsoleScreen = {
  path: paths.setUp,
  title: (language) => translator(setUpText, language)('title'),
  load: () => import('./set-up-screen.tsx'),
  grants: rules[actions.oversee] ?? [],
};
