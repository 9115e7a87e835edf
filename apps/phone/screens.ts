import type { PhoneScreen } from '#kernel/ui/screen.ts';
import { modules } from './modules.ts';
import { paths } from './paths.ts';

/** The shell's own. */
const own: readonly PhoneScreen[] = [
  { path: paths.home, load: () => import('./home.tsx') },
  { path: paths.outbox, load: loadOutbox },
  { path: paths.me, load: () => import('./me.tsx') },
];

export const screens: readonly PhoneScreen[] = [...own, ...modules.flatMap((module) => module.screens)];

/** It tells of every module's commands: their words come with it. */
async function loadOutbox() {
  const [screen] = await Promise.all([import('./outbox.tsx'), ...modules.map((module) => module.words?.())]);
  return screen;
}
