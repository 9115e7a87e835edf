import type { ConsoleModule, ConsoleScreen } from '#kernel/ui/screen.ts';
import { translator } from '#kernel/ui/text.ts';
import { actions, rules } from '../contract/access.ts';
import { consoleText, type consoleText as Text } from '../messages/console.ts';
import { mark } from '../messages/mark.ts';
import { callUpScreens } from './call-up/index.ts';
import { testing } from './client.ts';
import { contactsScreen } from './contacts/index.ts';
import { handoverScreens } from './handover/index.ts';
import { aboutPeople, findTubes, historyScreens } from './history/index.ts';
import { missedScreen } from './missed/index.ts';
import { numbersScreen } from './numbers/index.ts';
import { paperScreen } from './paper/index.ts';
import { paths } from './paths.ts';
import { planScreens } from './plan/index.ts';
import { printScreen } from './print/index.ts';
import { rehearseScreen } from './rehearse/index.ts';
import { resultScreens } from './results/index.ts';
import { setUpScreen } from './set-up/index.ts';
import { supplyScreen } from './supply/index.ts';

type Key = keyof (typeof Text)['messages']['zh-CN'] & string;

const screen = (
  path: string,
  title: Key & ('rounds' | 'board' | 'rows' | 'discrepancies' | 'closing'),
  load: ConsoleScreen['load'],
): ConsoleScreen => ({
  path,
  title: (language) => translator(consoleText, language)(title),
  load,
  grants: rules[actions.oversee] ?? [],
});

/** Open contradictions of the rounds that still run. */
async function attention(): Promise<number> {
  const { rounds } = await testing.call.rounds({});
  return rounds.reduce((sum, round) => sum + round.openDiscrepancies, 0);
}

export const screens: ConsoleModule = {
  module: 'testing',
  screens: [
    { ...screen(paths.rounds, 'rounds', () => import('./rounds.tsx')), nav: { mark, attention } },
    screen(paths.round, 'board', () => import('./board.tsx')),
    screen(paths.rows, 'rows', () => import('./rows.tsx')),
    screen(paths.discrepancies, 'discrepancies', () => import('./discrepancies.tsx')),
    screen(paths.closing, 'closing', () => import('./closing.tsx')),
    ...planScreens,
    supplyScreen,
    printScreen,
    paperScreen,
    rehearseScreen,
    ...handoverScreens,
    ...resultScreens,
    setUpScreen,
    missedScreen,
    ...callUpScreens,
    ...historyScreens,
    contactsScreen,
    numbersScreen,
  ],
  cards: [{ load: () => import('./card.tsx') }],
  about: aboutPeople,
  search: findTubes,
};
