import type { ConsoleScreen } from '#kernel/ui/screen.ts';
import { translator } from '#kernel/ui/text.ts';
import { rules } from '../../contract/access.ts';
import { rehearseText } from '../../messages/rehearse.ts';
import { paths } from '../paths.ts';

/** The rehearsal of a round's day; a screen of `console/index.ts`. */
export const rehearseScreen: ConsoleScreen = {
  path: paths.rehearse,
  title: (language) => translator(rehearseText, language)('title'),
  load: () => import('./rehearse-screen.tsx'),
  grants: rules['testing:plan'] ?? [],
};
