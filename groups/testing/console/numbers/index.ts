import type { ConsoleScreen } from '#kernel/ui/screen.ts';
import { translator } from '#kernel/ui/text.ts';
import { actions, rules } from '../../contract/access.ts';
import { mark } from '../../messages/mark.ts';
import { numbersText } from '../../messages/numbers.ts';
import { paths } from '../paths.ts';

/** Numbers over rounds; a screen of `console/index.ts`. */
export const numbersScreen: ConsoleScreen = {
  path: paths.numbers,
  title: (language) => translator(numbersText, language)('title'),
  load: () => import('./numbers-screen.tsx'),
  nav: { mark },
  grants: rules[actions.oversee] ?? [],
};
