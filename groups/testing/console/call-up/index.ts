import type { ConsoleScreen } from '#kernel/ui/screen.ts';
import { translator } from '#kernel/ui/text.ts';
import { actions, rules } from '../../contract/access.ts';
import { callUpText } from '../../messages/call-up.ts';
import { paths } from '../paths.ts';

/** Planning the call-up, and the screen that stands at a site; screens of `console/index.ts`. */
export const callUpScreens: readonly ConsoleScreen[] = [
  {
    path: paths.callUp,
    title: (language) => translator(callUpText, language)('title'),
    load: () => import('./call-up-screen.tsx'),
    grants: rules[actions.plan] ?? [],
  },
  {
    path: paths.bigScreen,
    title: (language) => translator(callUpText, language)('screen.title'),
    load: () => import('./big-screen.tsx'),
    grants: rules[actions.view] ?? [],
  },
];
