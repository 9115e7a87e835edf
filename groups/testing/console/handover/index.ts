import type { ConsoleScreen } from '#kernel/ui/screen.ts';
import { translator } from '#kernel/ui/text.ts';
import { actions, rules } from '../../contract/access.ts';
import { handoverText } from '../../messages/handover.ts';
import { paths } from '../paths.ts';

/** Boxes and hand-overs, and the round's summary; screens of `console/index.ts`. */
export const handoverScreens: readonly ConsoleScreen[] = [
  {
    path: paths.boxes,
    title: (language) => translator(handoverText, language)('boxes'),
    load: () => import('./boxes-screen.tsx'),
    grants: rules[actions.oversee] ?? [],
  },
  {
    path: paths.summary,
    title: (language) => translator(handoverText, language)('summary'),
    load: () => import('../summary/summary-screen.tsx'),
    grants: rules[actions.oversee] ?? [],
  },
];
