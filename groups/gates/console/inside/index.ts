import type { ConsoleScreen } from '#kernel/ui/screen.ts';
import { translator } from '#kernel/ui/text.ts';
import { actions, rules } from '../../contract/access.ts';
import { evacuationText } from '../../messages/evacuation.ts';
import { insideText } from '../../messages/inside.ts';
import { mark } from '../../messages/mark.ts';
import { paths } from './paths.ts';

const grants = rules[actions.oversee] ?? [];

/** Who is inside, and whom to bring out of a house; screens of `console/index.ts`. */
export const insideScreens: readonly ConsoleScreen[] = [
  {
    path: paths.inside,
    title: (language) => translator(insideText, language)('title'),
    load: () => import('./inside-screen.tsx'),
    nav: { mark },
    grants,
  },
  {
    path: paths.evacuation,
    title: (language) => translator(evacuationText, language)('title'),
    load: () => import('./evacuation-screen.tsx'),
    grants,
  },
];

/** Who is late; on the console's first page. */
export const lateCard = { load: () => import('./late-card.tsx') };
