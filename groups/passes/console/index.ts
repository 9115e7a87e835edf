import type { ConsoleModule } from '#kernel/ui/screen.ts';
import { translator } from '#kernel/ui/text.ts';
import { actions, rules } from '../contract/access.ts';
import { consoleText } from '../messages/console.ts';
import { mark } from '../messages/mark.ts';
import { passes } from './client.ts';
import { paths } from './paths.ts';

/** Passes whose paper no longer opens a gate: its key was withdrawn. */
const attention = async (): Promise<number> => (await passes.call.counts({})).printAnew;

export const screens: ConsoleModule = {
  module: 'passes',
  screens: [
    {
      path: paths.passes,
      title: (language) => translator(consoleText, language)('title'),
      load: () => import('./passes.tsx'),
      grants: rules[actions.oversee] ?? [],
      nav: { mark, attention },
    },
    {
      path: paths.print,
      title: (language) => translator(consoleText, language)('print.title'),
      load: () => import('./print-screen.tsx'),
      grants: rules[actions.issue] ?? [],
    },
  ],
};
