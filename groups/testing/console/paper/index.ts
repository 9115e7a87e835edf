import type { ConsoleScreen } from '#kernel/ui/screen.ts';
import { translator } from '#kernel/ui/text.ts';
import { rules } from '../../contract/access.ts';
import { paperText } from '../../messages/paper.ts';
import { paths } from '../paths.ts';

/** Entering a round's paper lists; a screen of `console/index.ts`. */
export const paperScreen: ConsoleScreen = {
  path: paths.paper,
  title: (language) => translator(paperText, language)('title'),
  load: () => import('./paper-screen.tsx'),
  grants: rules['testing:plan'] ?? [],
};
