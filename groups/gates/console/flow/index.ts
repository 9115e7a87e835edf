import type { ConsoleModule, ConsoleScreen } from '#kernel/ui/screen.ts';
import { translator } from '#kernel/ui/text.ts';
import { actions, rules } from '../../contract/access.ts';
import { flowText, type flowText as Text } from '../../messages/flow.ts';
import { mark } from '../../messages/mark.ts';
import { gates } from './client.ts';
import { paths, to } from './paths.ts';

type Key = keyof (typeof Text)['messages']['zh-CN'] & string;

const grants = rules[actions.oversee] ?? [];

const screen = (
  path: string,
  title: Key & ('title' | 'gates' | 'passages' | 'reasons' | 'flags' | 'person'),
  load: ConsoleScreen['load'],
): ConsoleScreen => ({
  path,
  title: (language) => translator(flowText, language)(title),
  load,
  grants,
});

/** Gates with a queue, and passages that contradict. */
async function attention(): Promise<number> {
  const { toSettle, gates: all } = await gates.call.flow({});
  return toSettle + all.filter(({ queue }) => queue !== null && queue.state !== 'calm').length;
}

/** What passes at the gates, who was turned back, what contradicts; screens of `console/index.ts`. */
export const flowScreens: readonly ConsoleScreen[] = [
  { ...screen(paths.flow, 'title', () => import('./flow-screen.tsx')), nav: { mark, attention } },
  screen(paths.gates, 'gates', () => import('./gates-screen.tsx')),
  screen(paths.passages, 'passages', () => import('./passages-screen.tsx')),
  screen(paths.reasons, 'reasons', () => import('./reasons-screen.tsx')),
  screen(paths.flags, 'flags', () => import('./flags-screen.tsx')),
  screen(paths.person, 'person', () => import('./person-screen.tsx')),
];

export const aboutPeople: NonNullable<ConsoleModule['about']> = [
  {
    what: 'people.resident',
    title: (language) => translator(flowText, language)('person.about'),
    path: to.person,
    grants,
  },
];
