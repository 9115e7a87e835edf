import type { PhoneScreen } from '#kernel/ui/screen.ts';
import { translator } from '#kernel/ui/text.ts';
import { text } from './messages/index.ts';
import { modules } from './modules.ts';
import { paths } from './paths.ts';

/** The shell's own. */
const own: readonly PhoneScreen[] = [
  {
    path: paths.home,
    title: (language) => translator(text, language)('home'),
    load: () => import('./home.tsx'),
  },
  {
    path: paths.outbox,
    title: (language) => translator(text, language)('outbox'),
    load: () => import('./outbox.tsx'),
  },
  { path: paths.me, title: (language) => translator(text, language)('me'), load: () => import('./me.tsx') },
];

export const screens: readonly PhoneScreen[] = [...own, ...modules.flatMap((module) => module.screens)];
