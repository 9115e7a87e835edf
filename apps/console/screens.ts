import type { ConsoleScreen } from '#kernel/ui/screen.ts';
import { translator } from '#kernel/ui/text.ts';
import { text } from './messages/index.ts';
import { modules } from './modules.ts';
import { paths } from './paths.ts';

const own: readonly ConsoleScreen[] = [
  {
    path: paths.home,
    title: (language) => translator(text, language)('home'),
    load: () => import('./home.tsx'),
  },
];

export const screens: readonly ConsoleScreen[] = [...own, ...modules.flatMap((module) => module.screens)];
