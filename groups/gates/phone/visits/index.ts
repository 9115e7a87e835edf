import type { PhoneScreen } from '#kernel/ui/screen.ts';
import { translator } from '#kernel/ui/text.ts';
import { evacuationText } from '../../messages/evacuation.ts';
import { visitsText } from '../../messages/visits.ts';
import { paths } from './paths.ts';

/** Visits, who is inside, evacuation lists; screens of `phone/index.ts`. */
export const visitScreens: readonly PhoneScreen[] = [
  {
    path: paths.register,
    title: (language) => translator(visitsText, language)('title'),
    load: () => import('./register.tsx'),
    task: true,
  },
  {
    path: paths.inside,
    title: (language) => translator(visitsText, language)('inside'),
    load: () => import('./inside.tsx'),
    task: true,
  },
  {
    path: paths.evacuation,
    title: (language) => translator(evacuationText, language)('title'),
    load: () => import('./evacuation-choice.tsx'),
    task: true,
  },
  {
    path: paths.evacuationOf,
    title: (language) => translator(evacuationText, language)('title'),
    load: () => import('./evacuation.tsx'),
    task: true,
  },
];
