import { screens as accounts } from '#core/accounts/phone/index.ts';
import { screens as testing } from '#groups/testing/phone/index.ts';
import type { PhoneModule, PhoneScreen } from '#kernel/ui/screen.ts';
import { translator } from '#kernel/ui/text.ts';
import { text } from './messages/index.ts';
import { paths } from './paths.ts';

/** The modules whose screens the phone shows; taking a group out is taking its line out. */
export const modules: readonly PhoneModule[] = [accounts, testing];

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
