import type { PhoneScreen } from '#kernel/ui/screen.ts';
import { paths } from './paths.ts';

/** Visits, who is inside, evacuation lists; screens of `phone/index.ts`. */
export const visitScreens: readonly PhoneScreen[] = [
  {
    path: paths.register,
    load: () => import('./register.tsx'),
    task: true,
  },
  {
    path: paths.inside,
    load: () => import('./inside.tsx'),
    task: true,
  },
  {
    path: paths.evacuation,
    load: () => import('./evacuation-choice.tsx'),
    task: true,
  },
  {
    path: paths.evacuationOf,
    load: () => import('./evacuation.tsx'),
    task: true,
  },
];
