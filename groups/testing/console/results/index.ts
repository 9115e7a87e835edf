import type { ConsoleScreen } from '#kernel/ui/screen.ts';
import { translator } from '#kernel/ui/text.ts';
import { actions, rules } from '../../contract/access.ts';
import { resultsText } from '../../messages/results.ts';
import { paths } from '../paths.ts';

/** Results of the laboratory and whom they recall; screens of `console/index.ts`. */
export const resultScreens: readonly ConsoleScreen[] = [
  {
    path: paths.results,
    title: (language) => translator(resultsText, language)('title'),
    load: () => import('./results-screen.tsx'),
    grants: rules[actions.results] ?? [],
  },
  {
    path: paths.recall,
    title: (language) => translator(resultsText, language)('recall'),
    load: () => import('./recall-screen.tsx'),
    grants: rules[actions.results] ?? [],
  },
];
