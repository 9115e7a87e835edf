import { COMMAND_POST } from '#core/accounts/contract.ts';
import type { ConsoleScreen } from '#kernel/ui/screen.ts';
import { translator } from '#kernel/ui/text.ts';
import { importText } from '../../messages/import.ts';
import { peoplePaths } from '../../paths.ts';

/** For `core/people/console/index.ts`. */
export const importScreen: ConsoleScreen = {
  path: peoplePaths.import,
  title: (language) => translator(importText, language)('import.title'),
  load: () => import('./import.tsx'),
  grants: COMMAND_POST,
};
