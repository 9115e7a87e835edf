import { formatCode } from '#core/codes/contract.ts';
import { can } from '#kernel/access/access.ts';
import type { ConsoleModule, ConsoleScreen } from '#kernel/ui/screen.ts';
import { currentSession } from '#kernel/ui/session.ts';
import { translator } from '#kernel/ui/text.ts';
import { actions, rules } from '../../contract/access.ts';
import { historyText } from '../../messages/history.ts';
import { testing } from '../client.ts';
import { paths, to } from '../paths.ts';

const grants = rules[actions.oversee] ?? [];

/** A tube's history and a person's; screens of `console/index.ts`. */
export const historyScreens: readonly ConsoleScreen[] = [
  {
    path: paths.tube,
    title: (language) => translator(historyText, language)('tube.title'),
    load: () => import('./tube-screen.tsx'),
    grants,
  },
  {
    path: paths.person,
    title: (language) => translator(historyText, language)('person.title'),
    load: () => import('./person-screen.tsx'),
    grants,
  },
];

export const aboutPeople: NonNullable<ConsoleModule['about']> = [
  {
    what: 'people.resident',
    title: (language) => translator(historyText, language)('person.about'),
    path: to.person,
    grants,
  },
];

/** A tube's code, or the part of one somebody remembers: letters, digits and dashes, a digit among them. */
const CODE = /^(?=.*\d)[\p{ASCII}０-９Ａ-Ｚａ-ｚ]{3,60}$/u;

/** For the search at the top; whoever may not see tubes is not even asked for. */
export const findTubes: NonNullable<ConsoleModule['search']> = async (words) => {
  const session = currentSession();
  const actor = { id: session?.actorId ?? '', grants: session?.grants ?? [] };
  if (!CODE.test(words) || !can(rules, actor, actions.oversee, Date.now())) return [];
  const { tubes } = await testing.call.findTubes({ text: words });
  return tubes.map(({ roundId, round, code }) => ({
    id: `${roundId}/${code}`,
    label: formatCode(code),
    detail: round,
    path: to.tube(roundId, code),
  }));
};
