import type { ConsoleScreen } from '#kernel/ui/screen.ts';
import { translator } from '#kernel/ui/text.ts';
import { actions, rules } from '../../contract/access.ts';
import { supplyText } from '../../messages/supply.ts';
import { paths } from '../paths.ts';

/** Supplies of a round; a screen of `console/index.ts`. */
export const supplyScreen: ConsoleScreen = {
  path: paths.supplies,
  title: (language) => translator(supplyText, language)('title'),
  load: () => import('./supply-screen.tsx'),
  grants: rules[actions.oversee] ?? [],
};
