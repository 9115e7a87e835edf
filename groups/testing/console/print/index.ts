import type { ConsoleScreen } from '#kernel/ui/screen.ts';
import { translator } from '#kernel/ui/text.ts';
import { rules } from '../../contract/access.ts';
import { printText } from '../../messages/print.ts';
import { paths } from '../paths.ts';

/** The print desk of a round; a screen of `console/index.ts`. */
export const printScreen: ConsoleScreen = {
  path: paths.print,
  title: (language) => translator(printText, language)('desk.title'),
  load: () => import('./print-screen.tsx'),
  grants: rules['testing:plan'] ?? [],
};
