import type { ConsoleScreen } from '#kernel/ui/screen.ts';
import { translator } from '#kernel/ui/text.ts';
import { actions, rules } from '../../contract/access.ts';
import { missedText } from '../../messages/missed.ts';
import { paths } from '../paths.ts';

/** Who has not come; a screen of `console/index.ts`. */
export const missedScreen: ConsoleScreen = {
  path: paths.missed,
  title: (language) => translator(missedText, language)('title'),
  load: () => import('./missed-screen.tsx'),
  grants: rules[actions.oversee] ?? [],
};
